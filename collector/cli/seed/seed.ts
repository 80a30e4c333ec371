/** Made-up records to try things with: a quarter of a team's answers, reports, decisions, and counts by day. */

import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import type { SqlDatabase } from '../../database/database.ts';
import { appendEvents } from '../../ledger/events.ts';
import { PEOPLE, type Step, storyOf } from './story.ts';
import { talliesOf } from './tallies.ts';

const DAYS = 90;
const DAY_MS = 86_400_000;

/** Writes `outputs` outputs with what was said of them into a team's log. Answers with how many events that are. */
export async function seed(database: SqlDatabase, team: string, outputs: number, progress: (events: number) => void) {
  const now = Date.now();
  let events = 0;
  /** What one person did, in one go. */
  const write = async (who: Step['who'], role: Step['role'], said: CountersignEvent[]) => {
    const caller = { team, subject: who.subject, role, tokenId: 'seed' };
    const { results } = await appendEvents(database, caller, said, new Date());
    for (const result of results)
      if (result.outcome !== 'stored') throw new Error(`A made-up event was ${result.problem?.code}`);
    events += said.length;
  };
  for (const who of PEOPLE) await write(who, 'reporter', await talliesOf(now, DAYS, outputs / PEOPLE.length));
  let waiting: Step[] = [];
  /** A log is written in the order of time, as far as what is later is known. */
  const writeUntil = async (end: number) => {
    const due = waiting.filter(({ event }) => Date.parse(event.time) <= end);
    waiting = waiting.filter(({ event }) => Date.parse(event.time) > end);
    due.sort((one, other) => Date.parse(one.event.time) - Date.parse(other.event.time));
    for (const { who, role, event } of due) await write(who, role, [event]);
    progress(events);
  };
  for (let at = 0; at < outputs; at++) {
    const when = now - Math.floor((1 - at / outputs) * DAYS * DAY_MS);
    await writeUntil(when);
    waiting.push(...(await storyOf(new Date(when), at / outputs)));
  }
  // What would be said tomorrow is not said yet.
  await writeUntil(now);
  return events;
}
