import { useState } from 'react';
import { i18n } from '#i18n';
import type { Verdict } from '../../../lib/domain/codes.ts';
import { type DecisionContent, missingFor } from '../../../lib/domain/decision/decision.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import type { AuthorityAnswer } from '../../../lib/domain/people/authority.ts';
import type { Verb } from '../../../lib/domain/policy/process.ts';
import type { Report } from '../../../lib/domain/report/report.ts';
import { send } from '../../../lib/messages/send.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import { formKey } from '../../../lib/store/desk.ts';
import { useSend } from '../../sending/useSend.ts';
import type { Decided, Given } from '../decided/useTakingBack.ts';
import { useChecklist } from '../gate/useChecklist.ts';
import { useGate } from '../gate/useGate.ts';
import { mayNotText } from '../gate/words.ts';
import { useKeeping } from '../useFormDraft.ts';
import { useSignature } from './useSignature.ts';

/** What stands in the way of a decision, and at which field. */
export interface DecisionProblem {
  /** `verdict`, `note`, `correctedText`, a field of the checklist; `meanwhile`: a colleague was faster. */
  field: string;
  text: string;
}

/** What a verdict is to the policy. */
const VERB: Record<Verdict, Verb> = {
  approve: 'approve',
  approve_with_notes: 'approve',
  modify: 'modify',
  block: 'block',
  escalate: 'escalate',
};

/** What is filled in of a decision. */
export interface DecisionDraft {
  verdict?: Verdict;
  note: string;
  /** The corrected text, once somebody has changed it. */
  typed?: string;
}

const BLANK: DecisionDraft = { note: '' };
const isUntouched = ({ verdict, note, typed }: DecisionDraft): boolean =>
  verdict === undefined && note === '' && typed === undefined;

interface Deciding {
  output: Output;
  reports: readonly Report[];
  /** What was filled in before. */
  before: DecisionDraft | undefined;
  onDecided(decided: Decided | Given): void;
}

/** A decision that is being made, and kept as a draft meanwhile. Reports that come in meanwhile and are shown are part of it. */
export function useDecision({ output, reports, before, onDecided }: Deciding) {
  const { act, busy } = useSend();
  const [draft, setDraft] = useState<DecisionDraft>(before ?? BLANK);
  const [pressed, setPressed] = useState(false);
  const { verdict, note, typed } = draft;
  const isBlank = isUntouched(draft);
  const { isKept, settle } = useKeeping(formKey('decision', output.hash), draft, isBlank);
  const original = output.content?.text ?? '';
  const suggested = reports.find((report) => report.content?.correction)?.content?.correction ?? original;
  const correctedText = typed ?? suggested;
  const content = { ...(note.trim() ? { note } : {}), ...(verdict === 'modify' ? { correctedText } : {}) };
  const gate = useRules(output);
  const checklist = useChecklist(output, gate?.process);
  const missing = checklist?.missing(verdict) ?? [];
  const problem = problemOf(verdict, content, original) ?? unanswered(missing);
  const may = gate && verdict ? gate.may(VERB[verdict]) : undefined;

  const signature = useSignature(gate?.process, verdict);
  const meanwhile = useMeanwhile(output);

  /** Sends the decision; gives the problem that keeps it from being sent. */
  const record = async (): Promise<DecisionProblem | undefined> => {
    setPressed(true);
    if (problem || !verdict) return problem;
    if (meanwhile.tell()) return undefined;
    const reportIds = reports.map((report) => report.reportId);
    const asked = checklist ? { checklist: checklist.sent() } : {};
    await act(async () => {
      if (signature && !(await signature.prepare())) return;
      const made = await sendVerdict(output, { verdict, ...content }, note, {
        ...{ reportIds, after: meanwhile.last },
        ...asked,
      });
      settle();
      onDecided(made);
    });
    return undefined;
  };
  return {
    verdict,
    setVerdict: (chosen: Verdict) => setDraft({ ...draft, verdict: chosen }),
    note,
    setNote: (words: string) => setDraft({ ...draft, note: words }),
    correctedText,
    setTyped: (words: string) => setDraft({ ...draft, typed: words }),
    isKept,
    isBlank,
    discard: () => {
      setDraft(BLANK);
      setPressed(false);
    },
    original,
    busy,
    record,
    problem: pressed ? (problem ?? meanwhile.problem) : undefined,
    checklist,
    signature,
    missing: pressed ? missing : [],
    /** It is their own text, which they may review after a while: that is marked. */
    isOwn: isOwnReview(may),
    /** Why this person may not decide so, and who can. */
    mayNot: gate && may ? mayNotText(may, gate.policy) : undefined,
  };
}

const isOwnReview = (may: AuthorityAnswer | undefined): boolean => may?.may === true && may.selfReview === true;

/** What its process says of a decision. A second review approves nothing, and asks for nothing but what is found. */
function useRules(output: Output) {
  const gate = useGate(output);
  return output.blind ? undefined : gate;
}

type Sent = Pick<MessageBody<'decision.make'>, 'verdict' | 'note' | 'correctedText'>;

/** Sends it: as the second review that somebody was drawn for, else as a decision, with what that takes besides. */
async function sendVerdict(
  { hash, blind }: Output,
  content: Sent,
  note: string,
  more: Pick<MessageBody<'decision.make'>, 'reportIds' | 'after' | 'checklist'>,
): Promise<Decided | Given> {
  if (blind) {
    const { differs } = await send('second.give', { hash, secondId: blind.secondId, ...content });
    if (blind.until !== undefined) return { hash, words: i18n.t('calibration.noted') };
    return { hash, words: i18n.t(differs ? 'panel.second.differ' : 'panel.second.same') };
  }
  const said = await send('decision.make', { hash, ...content, ...more });
  if ('probe' in said) return { hash, probe: said.probe, words: i18n.t(`panel.decided.probe.${said.probe.outcome}`) };
  const { decisionId } = said;
  const { verdict, correctedText } = content;
  const words = i18n.t('panel.queue.decided', { verdict: i18n.t(`verdict.${verdict}`) });
  return { hash, decisionId, verdict, note, correctedText, words };
}

/** Whether a colleague decided while the form was open. It is told at the first press; whoever presses again has read it. */
function useMeanwhile({ decisions }: Output) {
  const last = decisions.at(-1)?.decisionId ?? null;
  const [known, setKnown] = useState(last);
  const [told, setTold] = useState(false);
  const problem: DecisionProblem = { field: 'meanwhile', text: i18n.t('refusal.decided_meanwhile') };
  return {
    last,
    problem: told ? problem : undefined,
    tell: (): boolean => {
      setTold(known !== last);
      setKnown(last);
      return known !== last;
    },
  };
}

const unanswered = ([field]: readonly string[]): DecisionProblem | undefined =>
  field === undefined ? undefined : { field, text: i18n.t('panel.gate.missing') };

function problemOf(
  verdict: Verdict | undefined,
  content: DecisionContent,
  original: string,
): DecisionProblem | undefined {
  if (!verdict) return { field: 'verdict', text: i18n.t('panel.queue.choose') };
  const missing = missingFor(verdict, content);
  if (missing === 'note') return { field: 'note', text: i18n.t('panel.queue.noteMissing') };
  if (missing === 'correctedText') return { field: 'correctedText', text: i18n.t('panel.queue.correctedMissing') };
  if (verdict === 'modify' && content.correctedText === original)
    return { field: 'correctedText', text: i18n.t('panel.queue.correctedSame') };
  return undefined;
}
