import { useCallback, useEffect, useRef, useState } from 'react';
import { send } from '../../lib/messages/send.ts';

/** A pause in the typing after which the draft is kept. */
const PAUSE_MS = 300;

/** What stands in the fields: the comment or correction, and a note for each passage. */
export interface TypedDraft {
  text: string;
  notes: string[];
}

const wordsOf = ({ text, notes }: TypedDraft): string => JSON.stringify([text, notes]);

interface Draft {
  /** Something is typed that was not saved. */
  changed: boolean;
  /** It is kept. */
  kept: boolean;
  /** Keeps it now. */
  keep(): Promise<void>;
  /** Ends the drafts with `work`, once what is under way is kept: saving must not be overtaken. Where it fails they go on. */
  settle<T>(work: () => Promise<T>): Promise<T>;
}

/** Keeps what is typed as a draft: shortly after each change, and at once when the frame goes. */
export function useDraft(token: string, { text, notes }: TypedDraft, saved: TypedDraft): Draft {
  const words = wordsOf({ text, notes });
  const [keptWords, setKeptWords] = useState(words);
  const latest = useRef({ text, notes });
  const sent = useRef(words);
  const settled = useRef(false);
  const under = useRef<Promise<unknown>>(Promise.resolve());
  latest.current = { text, notes };
  const keep = useCallback(async () => {
    const current = latest.current;
    if (settled.current || sent.current === wordsOf(current)) return;
    sent.current = wordsOf(current);
    const sending = send('compose.draft', { token, text: current.text, notes: current.notes });
    under.current = sending.catch(unkept);
    await sending;
    setKeptWords(wordsOf(current));
  }, [token]);
  useEffect(() => {
    if (sent.current === words) return undefined;
    const timer = setTimeout(() => void keep().catch(unkept), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, keep]);
  useEffect(() => {
    const now = () => void keep().catch(unkept);
    addEventListener('pagehide', now);
    document.addEventListener('visibilitychange', now);
    return () => {
      removeEventListener('pagehide', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, [keep]);
  const settle = async <T>(work: () => Promise<T>): Promise<T> => {
    settled.current = true;
    await under.current;
    return work().catch((error: unknown) => {
      settled.current = false;
      throw error;
    });
  };
  const changed = words !== wordsOf(saved);
  return { changed, kept: changed && keptWords === words, keep, settle };
}

/** A token that has run out keeps no draft; saving then says so. */
const unkept = (error: unknown) => console.warn('Countersign could not keep the draft:', error);
