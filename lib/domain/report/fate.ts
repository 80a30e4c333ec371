/** What became of a report, as its reporter hears it. */
import type { Verdict } from '../codes.ts';
import type { Report } from './report.ts';

/**
 * - `waiting`: made here, not yet with the team (or there is none) · `received`: the team has it, nobody has decided
 * - `agreed`: the text is blocked · `partly`: it may be used with a note · `corrected`: another text takes its place
 * - `declined`: the text may be used as it is · `passed_on`: someone with more authority decides
 * - `disputed`: declined, which its reporter disputes: somebody looks again
 * - `noted`: praise, which asks for no decision · `withdrawn`: taken back
 */
export const FATES = [
  'waiting',
  'received',
  'agreed',
  'partly',
  'corrected',
  'declined',
  'passed_on',
  'disputed',
  'noted',
  'withdrawn',
] as const;
export type Fate = (typeof FATES)[number];

const AFTER: Record<Verdict, Fate> = {
  approve: 'declined',
  approve_with_notes: 'partly',
  modify: 'corrected',
  block: 'agreed',
  escalate: 'passed_on',
};

/** What became of a report. */
export function fateOf({
  state,
  verdict,
  received,
  dispute,
}: Pick<Report, 'state' | 'verdict' | 'received' | 'dispute'>): Fate {
  if (state === 'withdrawn' || state === 'noted') return state;
  if (state === 'decided' && verdict) return AFTER[verdict];
  if (dispute) return 'disputed';
  return received ? 'received' : 'waiting';
}

/**
 * Whether another policy has come into force since the report was made than the one under which its text was found: what
 * was wrong then may be dealt with now, or judged otherwise. `now`: the policy in force, if any.
 */
export function policyChangedSince(
  { reportedAt }: Pick<Report, 'reportedAt'>,
  under: string | undefined,
  now: { version: string; since: string } | undefined,
): boolean {
  return now !== undefined && now.version !== under && now.since > reportedAt;
}

/** Whether its reporter may dispute what became of it: somebody else declined it, and it is the first time. */
export const mayDispute = ({ state, verdict, dispute, source, decidedBy }: Report): boolean =>
  state === 'decided' && verdict === 'approve' && dispute === undefined && decidedBy !== source;

/** Whether it was disputed and nobody has answered that yet. */
export const isDisputed = ({ state, dispute }: Pick<Report, 'state' | 'dispute'>): boolean =>
  state === 'open' && dispute !== undefined;

/** What tells one answer to a report from the next, or undefined where nobody else has answered it. */
export const answerOf = ({ state, source, decidedBy, decidedAt }: Report): string | undefined =>
  state === 'decided' && decidedBy !== source ? decidedAt : undefined;
