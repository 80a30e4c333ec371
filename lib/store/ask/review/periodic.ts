/** What was said of the rules themselves: their signed reviews, the baselines of processes and the rehearsals of their escalations. It reads, and nothing else. */
import { processOfSubject, processSubject } from '../../../domain/gate/stops.ts';
import { periodicSubject, type SignedReview, signedIn } from '../../../domain/policy/periodic/due.ts';
import { baselinesIn, type FrozenBaseline } from '../../../domain/rollout/baseline.ts';
import { type Rehearsal, rehearsalsIn } from '../../../domain/rollout/rehearsal.ts';
import { db } from '../../db.ts';
import { isProved, type StoredEvent } from '../../rows/event.ts';
import { withContent } from '../../write/outbox.ts';

/** The events about a kind of subject; without what the team's server refused and what only a file claims. */
async function standing(prefix: string): Promise<StoredEvent[]> {
  const stored = await db.events.where('subject').startsWith(prefix).toArray();
  return stored.filter((row) => isProved(row) && row.refused === undefined);
}

/** All reviews that were signed, the oldest first, with what was noted. */
export async function signedReviews(): Promise<SignedReview[]> {
  const stored = await standing(periodicSubject(''));
  const contents = await db.contents.bulkGet(stored.map(({ key }) => key));
  return signedIn(stored.map(({ event }, at) => withContent(event, contents[at])));
}

/** The rehearsals of escalations, the oldest first. */
export async function rehearsals(): Promise<Rehearsal[]> {
  return rehearsalsIn((await standing(processSubject(''))).map(({ event }) => event));
}

/** Why the team's server refused what was said last of the rehearsals of each process, where it did: its code. */
export async function refusedRehearsals(): Promise<ReadonlyMap<string, string>> {
  const stored = await db.events.where('subject').startsWith(processSubject('')).toArray();
  const rehearsed = stored.filter(({ event }) => event.type === 'countersign.escalation.rehearsed.v1');
  const last = new Map(
    rehearsed.sort((a, b) => a.event.time.localeCompare(b.event.time)).map((row) => [row.event.subject, row]),
  );
  return new Map(
    [...last].flatMap(([subject, { refused }]) => (refused ? [[processOfSubject(subject), refused]] : [])),
  );
}

/** The baseline of each process that has one. */
export async function frozenBaselines(): Promise<ReadonlyMap<string, FrozenBaseline>> {
  return baselinesIn((await standing(processSubject(''))).map(({ event }) => event));
}
