import { useCallback, useEffect, useRef, useState } from 'react';
import { send } from '../../lib/messages/send.ts';
import { formDraftOf } from '../../lib/store/desk.ts';

/** A pause in the typing after which the draft is kept. */
const PAUSE_MS = 300;

/** What was filled in of a form before; undefined until that is known, null where nothing is kept. */
export function useFormDraft<T>(key: string): T | null | undefined {
  const [found, setFound] = useState<{ key: string; typed: T | null }>();
  useEffect(() => {
    let stale = false;
    // A draft that cannot be read must not keep anybody from the form.
    void formDraftOf(key)
      .then((draft) => (draft ? (JSON.parse(draft.typed) as T) : null))
      .catch(unread)
      .then((typed) => {
        if (!stale) setFound({ key, typed });
      });
    return () => {
      stale = true;
    };
  }, [key]);
  return found?.key === key ? found.typed : undefined;
}

const unread = (error: unknown): null => {
  console.warn('Countersign could not read a draft:', error);
  return null;
};

interface Keeping {
  /** What stands in the form is kept. */
  isKept: boolean;
  /** It was sent: the draft goes, and what is typed is kept no more. */
  settle(): void;
  /** It was done, and the form stays for another: the draft goes, what is typed from now on is a new one. */
  clear(): void;
}

/** Keeps what stands in a form, shortly after each change, and at once when the form or the panel goes. */
export function useKeeping(key: string, typed: object, isBlank: boolean): Keeping {
  const words = isBlank ? '' : JSON.stringify(typed);
  const [keptWords, setKeptWords] = useState(words);
  const latest = useRef(words);
  const sent = useRef(words);
  const settled = useRef(false);
  latest.current = words;
  const keep = useCallback(() => {
    const now = latest.current;
    if (settled.current || sent.current === now) return;
    sent.current = now;
    const done = now === '' ? send('draft.drop', { key }) : send('draft.keep', { key, typed: now });
    done.then(() => setKeptWords(now), unkept);
  }, [key]);
  useEffect(() => {
    if (sent.current === words) return undefined;
    const timer = setTimeout(keep, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, keep]);
  useEffect(() => {
    addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
      keep();
    };
  }, [keep]);
  const settle = () => {
    settled.current = true;
    send('draft.drop', { key }).catch(unkept);
  };
  const clear = () => {
    // Also where the form goes with what was done, before it was drawn without its words.
    latest.current = sent.current = '';
    send('draft.drop', { key }).catch(unkept);
  };
  return { isKept: words !== '' && keptWords === words, settle, clear };
}

const unkept = (error: unknown) => console.warn('Countersign could not keep the draft:', error);
