/** What was said of the rules themselves: their signed reviews, and the baselines of processes. It reads, and nothing else. */
import { processSubject } from '../../../domain/gate/stops.ts';
import { periodicSubject, type SignedReview, signedIn } from '../../../domain/policy/periodic/due.ts';
import { baselinesIn, type FrozenBaseline } from '../../../domain/rollout/baseline.ts';
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

/** The baseline of each process that has one. */
export async function frozenBaselines(): Promise<ReadonlyMap<string, FrozenBaseline>> {
  return baselinesIn((await standing(processSubject(''))).map(({ event }) => event));
}
