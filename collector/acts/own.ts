/** What the collector itself writes into a log. */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import { commitToAuthor, type Tip, toSequence } from '../chain.ts';
import type { Queries } from '../database/database.ts';
import { insert } from '../ledger/insert.ts';

/** Appends what the collector itself has to say, after `tip`, which the caller has locked. Answers with the new end. */
export async function appendOwn(
  queries: Queries,
  team: string,
  authid: string,
  events: readonly CountersignEvent[],
  tip: Tip,
  now: Date,
): Promise<Tip> {
  const admitted = events.map((event, at) => ({ event, sequence: toSequence(tip.sequence + BigInt(at + 1)) }));
  const end = await insert(queries, team, commitToAuthor(authid), admitted, tip, now);
  if (!end) throw new Error('A locked log has grown');
  return end;
}
