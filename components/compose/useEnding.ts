import { send } from '../../lib/messages/send.ts';
import { useDoing } from '../sending/useDoing.ts';
import type { TypedDraft } from './useDraft.ts';

/** Saving and leaving; the background tells the card, which takes the frame away. */
export function useEnding(token: string, settle: (work: () => Promise<null>) => Promise<null>) {
  const { busy, failure, run } = useDoing();
  const end = (ending: () => Promise<null>) =>
    run(async () => {
      await settle(ending);
    });
  return {
    busy,
    failure,
    save: (typed: TypedDraft) => end(() => send('compose.save', { token, text: typed.text, notes: typed.notes })),
    close: (discard: boolean) => end(() => send('compose.close', { token, discard })),
  };
}
