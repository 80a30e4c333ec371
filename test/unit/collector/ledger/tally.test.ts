/** A tally is nobody's in the log: not in what is pulled, not in what is stored, and the log verifies all the same. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { type CountersignEvent, eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { dayOf, daySource, endOfDay, noCounts, tallySubject } from '../../../../lib/domain/figures/tally.ts';
import { DATABASES, openFresh } from '../databases.ts';
import { appOf, clientOf, newSource, newTeam, outcomes, reportMade } from '../fixtures.ts';
import { findingsOf } from '../logs.ts';

const YESTERDAY = dayOf(new Date(Date.now() - 86_400_000).toISOString());

async function tally(day = YESTERDAY): Promise<CountersignEvent> {
  const facts = { ...noCounts(), day, stratum: '|chatgpt|', found: 3 };
  const at = new Date(endOfDay(day));
  const event = await makeEvent('countersign.outputs.tallied.v1', daySource(), tallySubject(day), facts, undefined, at);
  return eventWith(event, { id: randomUUID() });
}

describe.each(DATABASES)('a tally on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  test('has no author, also beside what has one', async () => {
    const team = newTeam();
    const client = await clientOf(appOf(database), database, team, 'reviewer', 'olive');
    const told = await tally();
    expect(outcomes(await client.push([await reportMade(newSource()), told]))).toEqual(['stored', 'stored']);
    expect(outcomes(await client.push([told]))).toEqual(['duplicate']);
    const { events } = (await client.pull()).body;
    expect(events.map(({ authid }) => authid)).toEqual(['olive', undefined]);
    const rows = await database.query<{ row: string }>(
      "select row_to_json(e)::text as row from events e where team = $1 and type like '%tallied%'",
      [team],
    );
    expect(rows.map(({ row }) => row.includes('olive'))).toEqual([false]);
    expect(await findingsOf(database, team)).toEqual([]);
  });

  test('is refused where it names one, where its day is not over, and where it claims another day', async () => {
    const client = await clientOf(appOf(database), database, newTeam(), 'reporter', 'ada');
    const tomorrow = dayOf(new Date(Date.now() + 86_400_000).toISOString());
    const claimed = [
      eventWith(await tally(), { authid: 'ada' }),
      await tally(tomorrow),
      eventWith(await tally(), { subject: tallySubject('2026-01-01') }),
      eventWith(await tally(), { time: new Date().toISOString() }),
      eventWith(await tally(), { source: newSource() }),
    ];
    expect(outcomes(await client.push(claimed))).toEqual([
      'refused:tally_has_author',
      'refused:day_not_over',
      ...['refused:invalid_event', 'refused:invalid_event', 'refused:invalid_event'],
    ]);
  });
});
