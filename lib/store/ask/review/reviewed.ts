/** What was reviewed and drawn, as the records of strata are made of it. */
import type { CountersignEvent } from '../../../domain/events/event.ts';
import { type Database, db } from '../../db.ts';
import { isProved, type StoredEvent } from '../../rows/event.ts';

const SECOND = 'countersign.second.drawn.v1';
const PROBES = 'countersign.probes.counted.v1';

/** All events of outputs that somebody has said something of, without their content; in no order. */
export async function reviewedEvents(database: Database = db): Promise<CountersignEvent[]> {
  const hashes = await database.outputs.where('status').notEqual('unreviewed').primaryKeys();
  // What this person is to judge a second time looks as if nobody had decided on it; here it counts.
  const drawn = await database.events
    .where('[event.type+event.time]')
    .between([SECOND, ''], [SECOND, '\uffff'])
    .toArray();
  const subjects = new Set([...hashes, ...drawn.map(({ subject }) => subject)]);
  const [stored, counts] = await Promise.all([
    database.events
      .where('subject')
      .anyOf([...subjects])
      .toArray(),
    probeEvents(database),
  ]);
  return [...eventsIn(stored), ...counts];
}

/** What was counted of test texts: few, of many people together. */
export const probeEvents = async (database: Database = db): Promise<CountersignEvent[]> =>
  eventsIn(await database.events.where('[event.type+event.time]').between([PROBES, ''], [PROBES, '\uffff']).toArray());

/** Those that count: what a file only claims does not, nor what the collector refused. */
const eventsIn = (rows: readonly StoredEvent[]): CountersignEvent[] =>
  rows.filter((row) => isProved(row) && row.refused === undefined).map(({ event }) => event);
