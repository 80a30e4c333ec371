/** Many decisions at once are many single ones: each with an outcome of its own, and each can be taken back. */
import type { Verdict } from '../../../lib/domain/codes.ts';
import { processesOfOutput } from '../../../lib/domain/gate/asked.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { openLooks } from '../../../lib/domain/output/process-record.ts';
import { canBeGiven, isHolding } from '../../../lib/domain/output/status.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { mayConcernPublic } from '../../../lib/domain/policy/process.ts';
import { problemReports } from '../../../lib/domain/report/standing.ts';
import type { ProbeTold } from '../../../lib/messages/to-background/decision.ts';
import type { MessageBody, Reply } from '../../../lib/messages/to-background/index.ts';

/** What can be said of many: not a correction, which is of one text. */
export const BULK_VERDICTS = ['approve', 'approve_with_notes', 'block', 'escalate'] as const satisfies Verdict[];
export type BulkVerdict = (typeof BULK_VERDICTS)[number];

/** Why an item is left out of many: what its process asks of whoever approves is asked of one text, and so is a second look or review. */
export type LeftOut = 'public' | 'checklist' | 'noText' | 'secondLook' | 'second';

/** Why an item can get no verdict together with others; undefined where it can. */
export function leftOutOf(
  output: Output,
  verdict: BulkVerdict,
  policy: GovernancePolicy | undefined,
): LeftOut | undefined {
  // Judged a second time is one text, by somebody who reads it.
  if (output.blind) return 'second';
  if (verdict !== 'escalate' && openLooks(output.inProcess ?? {}).length > 0) return 'secondLook';
  if (isHolding(verdict)) return undefined;
  if (!canBeGiven(verdict, output)) return 'noText';
  const processes = processesOfOutput(policy, output);
  if (processes.some(mayConcernPublic)) return 'public';
  return processes.some(({ checklist, risk }) => (checklist?.length ?? 0) > 0 || risk === 'regulated')
    ? 'checklist'
    : undefined;
}

/** What became of one of many. */
export interface BulkOutcome {
  output: Output;
  /** Of the decision; undefined where none was made. */
  decisionId?: string;
  /** What it was, where it was a test text. */
  probe?: ProbeTold;
  /** Why none was made. */
  refused?: string;
}

interface Bulk {
  verdict: BulkVerdict;
  note: string;
}

type Decide = (body: MessageBody<'decision.make'>) => Promise<Reply<'decision.make'>>;

/** Decides on each, one after the other, until `signal` says to stop; `told` hears of each outcome. What failed stays as it was. */
export async function decideInBulk(
  outputs: readonly Output[],
  { verdict, note }: Bulk,
  decide: Decide,
  words: (error: unknown) => string,
  told: (outcome: BulkOutcome) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const output of outputs) {
    if (signal.aborted) return;
    try {
      told({ output, ...(await decide(bodyOf(output, verdict, note))) });
    } catch (error) {
      told({ output, refused: words(error) });
    }
  }
}

/** Of what was on screen: a colleague who was faster, and reports that came since, are not decided on unseen. */
const bodyOf = (output: Output, verdict: BulkVerdict, note: string): MessageBody<'decision.make'> => ({
  ...{ hash: output.hash, verdict, reportIds: problemReports(output).map(({ reportId }) => reportId) },
  ...{ after: output.decisions.at(-1)?.decisionId ?? null, bulk: true },
  ...(note.trim() ? { note } : {}),
});
