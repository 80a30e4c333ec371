import { useState } from 'react';
import { i18n } from '#i18n';
import type { Verdict } from '../../../lib/domain/codes.ts';
import { type DecisionContent, missingFor } from '../../../lib/domain/decision/decision.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import type { Report } from '../../../lib/domain/report/report.ts';
import { useSend } from '../../sending/useSend.ts';

/** What stands in the way of a decision, and at which field. */
export interface DecisionProblem {
  field: 'verdict' | 'note' | 'correctedText';
  text: string;
}

/** A decision that is being made. Reports that come in meanwhile and are shown are part of it. */
export function useDecision(output: Output, reports: readonly Report[], onDecided: (words: string) => void) {
  const { carryOut, busy } = useSend();
  const [verdict, setVerdict] = useState<Verdict>();
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState<string>();
  const [pressed, setPressed] = useState(false);
  const original = output.content?.text ?? '';
  const suggested = reports.find((report) => report.content?.correction)?.content?.correction ?? original;
  const correctedText = typed ?? suggested;
  const content = { ...(note.trim() ? { note } : {}), ...(verdict === 'modify' ? { correctedText } : {}) };
  const problem = problemOf(verdict, content, original);

  /** Sends the decision; gives the problem that keeps it from being sent. */
  const record = async (): Promise<DecisionProblem | undefined> => {
    setPressed(true);
    if (problem || !verdict) return problem;
    const reportIds = reports.map((report) => report.reportId);
    const done = await carryOut('decision.make', { hash: output.hash, verdict, reportIds, ...content });
    if (done) onDecided(i18n.t('panel.queue.decided', { verdict: i18n.t(`verdict.${verdict}`) }));
    return undefined;
  };
  return {
    verdict,
    setVerdict,
    note,
    setNote,
    correctedText,
    setTyped,
    original,
    busy,
    record,
    problem: pressed ? problem : undefined,
  };
}

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
