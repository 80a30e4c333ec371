import { i18n } from '#i18n';
import type { Verdict } from '../../../lib/domain/codes.ts';
import { send } from '../../../lib/messages/send.ts';
import type { ProbeTold } from '../../../lib/messages/to-background/decision.ts';
import { formDraftOf, formKey } from '../../../lib/store/desk.ts';
import { useSend } from '../../sending/useSend.ts';

/** A decision that was made here, with what was filled in for it: so that nobody types it twice. */
export interface Decided {
  hash: string;
  decisionId: string;
  verdict: Verdict;
  note: string;
  correctedText?: string | undefined;
  /** What was decided, to be announced. */
  words: string;
}

/** A second review that was given, or a test text that was judged (`probe`): nobody takes back what they said before they knew. */
export interface Given extends Pick<Decided, 'hash' | 'words'> {
  probe?: ProbeTold;
}

/** Takes decisions back. What was filled in stands in the form again. */
export function useTakingBack() {
  const { act, busy } = useSend();
  const takeBack = ({ hash, decisionId, verdict, note, correctedText }: Omit<Decided, 'words'>): Promise<boolean> =>
    act(async () => {
      await send('decision.withdraw', { hash, decisionId });
      const key = formKey('decision', hash);
      const typed = JSON.stringify({ verdict, note, ...(correctedText === undefined ? {} : { typed: correctedText }) });
      // Something newer that was begun on it stays.
      if (!(await formDraftOf(key))) await send('draft.keep', { key, typed });
      return i18n.t('panel.decided.takenBackSaid');
    });
  return { takeBack, busy };
}
