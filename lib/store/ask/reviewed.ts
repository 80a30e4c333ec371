/** What was reviewed and drawn, as the records of strata are made of it. */
import type { CountersignEvent } from '../../domain/events/event.ts';
import { type Database, db } from '../db.ts';
import { isProved } from '../rows/event.ts';

/** All events of outputs that somebody has said something of, without their content; in no order. */
export async function reviewedEvents(database: Database = db): Promise<CountersignEvent[]> {
  const hashes = await database.outputs.where('status').notEqual('unreviewed').primaryKeys();
  const stored = await database.events.where('subject').anyOf(hashes).toArray();
  return stored.filter((row) => isProved(row) && row.refused === undefined).map(({ event }) => event);
}
