/** What waits for a decision, and in which order. Zod-free. */
import type { Status } from '../codes.ts';
import type { Output } from '../output/output.ts';
import { openLooks, openRequests, unreviewedPasses } from '../output/process-record.ts';

/** Statuses that ask for a decision: reported, or passed on to somebody with more authority. */
export const UNDECIDED: readonly Status[] = ['reported', 'escalated'];

/**
 * Also what somebody asked for at a gate, and what went through it without an approval, until somebody has looked; and what was
 * blocked and drawn, until somebody else has.
 */
export const awaitsDecision = ({ status, inProcess }: Pick<Output, 'status' | 'inProcess'>): boolean =>
  UNDECIDED.includes(status) || (inProcess !== undefined && waitsAtGate(inProcess));

/** Whether anything of it waits at a gate. */
const waitsAtGate = (inProcess: NonNullable<Output['inProcess']>): boolean =>
  openRequests(inProcess).length > 0 || unreviewedPasses(inProcess).length > 0 || openLooks(inProcess).length > 0;

/** Since when somebody waits for an answer. */
export function waitingSince({
  reports,
  updatedAt,
  inProcess,
}: Pick<Output, 'reports' | 'updatedAt' | 'inProcess'>): string {
  const open = reports.filter(({ state }) => state === 'open').map(({ reportedAt }) => reportedAt);
  const asked = inProcess ? [...openRequests(inProcess), ...unreviewedPasses(inProcess), ...openLooks(inProcess)] : [];
  return [...open, ...asked.map(({ madeAt }) => madeAt)].sort()[0] ?? updatedAt;
}
