/** Stops of processes, as the team's log has them and as this browser has said them. */
import type { CountersignEvent } from '../../domain/events/event.ts';
import { processSubject } from '../../domain/gate/stops.ts';
import { db } from '../db.ts';
import { isProved } from '../rows/event.ts';

/** All of them, in no order; without what the team's server refused. */
export async function stopEvents(): Promise<CountersignEvent[]> {
  const stored = await db.events.where('subject').startsWith(processSubject('')).toArray();
  return stored.filter((row) => isProved(row) && row.refused === undefined).map(({ event }) => event);
}
