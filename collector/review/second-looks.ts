/**
 * Draws what was blocked for a second look, one in so many as in what is let pass: who only looks at what went out never learns
 * what was held for nothing.
 */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import type { Process } from '../../lib/domain/policy/process.ts';
import { blockedLot, isDrawnByKey } from '../../lib/domain/review/draw.ts';
import { recordOn } from '../acts/acts.ts';
import type { Queries } from '../database/database.ts';
import type { Governed } from '../policy/governed.ts';
import { happenedTo, processesFor } from '../policy/happened.ts';
import { drawKey } from './draw-keys.ts';

type Made = Extract<CountersignEvent, { type: 'countersign.decision.made.v1' }>;

/** Draws among decisions that were stored just now. Holding the team. Answers with the number of the last that was written down. */
export async function drawBlocked(
  queries: Queries,
  team: string,
  governed: Governed,
  stored: readonly Made[],
  now: Date,
): Promise<string | undefined> {
  let last: string | undefined;
  for (const event of stored) last = (await drawOne(queries, team, governed, event, now)) ?? last;
  return last;
}

async function drawOne(
  queries: Queries,
  team: string,
  { number, policy, told }: Governed,
  { subject, data: { facts } }: Made,
  now: Date,
): Promise<string | undefined> {
  if (facts.verdict !== 'block') return undefined;
  const known = told.get(subject) ?? [];
  const happened = happenedTo(known);
  // What the same request let go again, or a draw under this version asked for before, is drawn no more.
  if (!happened.blocked || happened.drawnUnder.has(policy.version)) return undefined;
  const own = processesFor(policy, happened);
  const process = own.find(({ id }) => id === facts.inProcess?.processId) ?? own[0];
  const oneIn = process && shareOf(process);
  if (!process || oneIn === undefined) return undefined;
  const key = await drawKey(queries, team, number, now);
  if (!(await isDrawnByKey(key, blockedLot(subject), oneIn))) return undefined;
  const drawn = { decisionId: facts.decisionId, processId: process.id, policyVersion: policy.version, oneIn };
  return recordOn(queries, team, subject, 'countersign.decision.drawn.v1', drawn, now);
}

/** One in how many: what the rules say of it, else as of what passes where review is earned. */
const shareOf = ({ review }: Process): number | undefined =>
  review.blockedOneIn ?? (review.mode === 'earned' ? review.oneIn : undefined);
