import { useState } from 'react';
import { send } from '../../lib/messages/send.ts';
import { refusalText } from '../words/refusal.ts';
import type { TypedDraft } from './useDraft.ts';

/** Saving and leaving; the background tells the card, which takes the frame away. */
export function useEnding(token: string, settle: (work: () => Promise<null>) => Promise<null>) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const end = (ending: () => Promise<null>) => {
    setBusy(true);
    setFailure(undefined);
    settle(ending)
      .catch((error: unknown) => setFailure(refusalText(error)))
      .finally(() => setBusy(false));
  };
  return {
    busy,
    failure,
    save: (typed: TypedDraft) => end(() => send('compose.save', { token, text: typed.text, notes: typed.notes })),
    close: (discard: boolean) => end(() => send('compose.close', { token, discard })),
  };
}
