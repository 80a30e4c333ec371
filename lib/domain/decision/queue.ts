/** What waits for a decision, and in which order. Zod-free. */
import { SEVERITY_WEIGHT, type Status } from '../codes.ts';
import type { Output } from '../output/output.ts';
import { gravestReport } from '../report/standing.ts';

/** Statuses that ask for a decision: reported, or passed on to somebody with more authority. */
export const UNDECIDED: readonly Status[] = ['reported', 'escalated'];

export const awaitsDecision = ({ status }: Pick<Output, 'status'>): boolean => UNDECIDED.includes(status);

/** Since when somebody waits for an answer. */
export function waitingSince({ reports, updatedAt }: Pick<Output, 'reports' | 'updatedAt'>): string {
  const open = reports.filter(({ state }) => state === 'open').map(({ reportedAt }) => reportedAt);
  return open.sort()[0] ?? updatedAt;
}

/** Gravest first; among equals whoever waits longest. */
export function inQueueOrder(outputs: readonly Output[]): Output[] {
  const keyed = outputs.map((output) => ({ output, weight: weightOf(output), since: waitingSince(output) }));
  keyed.sort((a, b) => b.weight - a.weight || a.since.localeCompare(b.since));
  return keyed.map(({ output }) => output);
}

function weightOf(output: Output): number {
  const gravest = gravestReport(output);
  return gravest ? SEVERITY_WEIGHT[gravest.severity] : 0;
}
