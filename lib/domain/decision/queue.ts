/** What waits for a decision, and in which order. Zod-free. */
import type { Status } from '../codes.ts';
import type { Output } from '../output/output.ts';
import { openLooks, openRequests, unreviewedPasses } from '../output/process-record.ts';
import type { Report } from '../report/report.ts';
import { waitsSince } from '../report/standing.ts';
import { openDifferences } from './second.ts';

/** Statuses that ask for a decision: reported, or passed on to somebody with more authority. */
export const UNDECIDED: readonly Status[] = ['reported', 'escalated'];

type Awaiting = Pick<Output, 'status' | 'inProcess' | 'blind'> & Partial<Pick<Output, 'decisions'>>;

/**
 * Also what somebody asked for at a gate, and what went through it without an approval, until somebody has looked; what was
 * blocked and drawn, until somebody else has; what this browser's person is to judge a second time; and where two who judged apart from each other differ.
 */
export const awaitsDecision = (output: Awaiting): boolean =>
  UNDECIDED.includes(output.status) ||
  (output.inProcess !== undefined && waitsAtGate(output.inProcess)) ||
  output.blind !== undefined ||
  openDifferences(output).length > 0;

/** Whether anything of it waits at a gate. */
const waitsAtGate = (inProcess: NonNullable<Output['inProcess']>): boolean =>
  openRequests(inProcess).length > 0 || unreviewedPasses(inProcess).length > 0 || openLooks(inProcess).length > 0;

/** Since when somebody waits for an answer. */
export function waitingSince(
  output: Pick<Output, 'status' | 'reports' | 'updatedAt' | 'inProcess' | 'decisions' | 'blind'>,
): string {
  const { reports, updatedAt, inProcess, blind } = output;
  if (blind) return blind.drawnAt;
  const open = reports.filter((report) => isUnanswered(report, output)).map(waitsSince);
  const asked = inProcess ? [...openRequests(inProcess), ...unreviewedPasses(inProcess), ...openLooks(inProcess)] : [];
  const differing = openDifferences(output).map(({ second }) => second.given);
  const waits = [...open, ...[...asked, ...differing].map(({ madeAt }) => madeAt)];
  return waits.sort()[0] ?? passedOnAt(output) ?? updatedAt;
}

/** Whoever reported it waits also while it is with those to whom it was passed on. */
const isUnanswered = ({ state, verdict }: Report, { status }: Pick<Output, 'status'>): boolean =>
  state === 'open' || (status === 'escalated' && state === 'decided' && verdict === 'escalate');

/** When it was passed on first, where nobody has decided since. */
const passedOnAt = ({ decisions }: Pick<Output, 'decisions'>): string | undefined =>
  decisions.slice(decisions.findLastIndex(({ verdict }) => verdict !== 'escalate') + 1)[0]?.decidedAt;
