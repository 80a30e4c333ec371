/** What an output may be used for now. Zod-free: content scripts may import it. */
import type { Status, Verdict } from '../codes.ts';
import type { Decision } from '../decision/decision.ts';
import type { Report } from '../report/report.ts';

/** The status that a decision leads to. */
export const STATUS_AFTER: Record<Verdict, Status> = {
  approve: 'approved',
  approve_with_notes: 'approved_with_notes',
  modify: 'modified',
  block: 'blocked',
  escalate: 'escalated',
};

/** Statuses that stay when new reports come in: a blocked text is not freed by one more complaint. */
const STICKY: ReadonlySet<Status> = new Set(['blocked', 'escalated']);

/** Whether a verdict keeps a text from being used. */
export const isHolding = (verdict: Verdict): boolean => STICKY.has(STATUS_AFTER[verdict]);

/** Whether a verdict can be given on an output: nobody lets a text be used that is not there to be read. */
export const canBeGiven = (verdict: Verdict, { content }: { content?: { text: string } }): boolean =>
  content !== undefined || isHolding(verdict);

/**
 * The status of an output from its folded reports and its decisions in order. The last decision counts; a report that
 * no decision has answered reopens what was approved, never what was blocked.
 */
export function statusOf(reports: readonly Report[], decisions: readonly Decision[]): Status {
  const last = decisions.at(-1);
  const decided = last ? STATUS_AFTER[last.verdict] : undefined;
  if (decided && STICKY.has(decided)) return decided;
  if (reports.some((report) => report.state === 'open')) return 'reported';
  return decided ?? 'unreviewed';
}
