/** Calibrations in the collector: who may be asked, of what, and that each judges once, for themselves, while it is under way. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import { madeInMemory } from '../databases.ts';
import { findingsOf } from '../logs.ts';
import { HOUR_MS, Team } from '../policy/governed.ts';

let database: SqlDatabase;
beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
});
afterAll(() => database.close());

async function team() {
  const people = new Team(database);
  for (const name of ['marta', 'luca', 'nora', 'piero']) await people.client(name, 'reviewer');
  await people.client('rita', 'reporter');
  const ask = (hash: string, names: readonly string[], hours = 24, by = 'piero', ids: readonly string[] = []) => {
    const seats = names.map((person, n) => ({ secondId: ids[n] ?? newId(), person }));
    const until = new Date(people.now.getTime() + hours * HOUR_MS).toISOString();
    const sent = people.send(by, by === 'rita' ? 'reporter' : 'reviewer', (source, now) =>
      makeEvent(
        'countersign.calibration.asked.v1',
        source,
        hash,
        { calibrationId: newId(), seats, until },
        undefined,
        now,
      ),
    );
    return sent.then((outcome) => ({ outcome, seats }));
  };
  const give = (by: string, hash: string, secondId = '') =>
    people.send(by, 'reviewer', (source, now) =>
      makeEvent('countersign.second.given.v1', source, hash, { secondId, verdict: 'approve' }, {}, now),
    );
  return { people, ask, give };
}
const THREE = ['marta', 'luca', 'nora'];

test('a reviewer asks three who decide and had no part in the text; nobody else, not of an unknown text, and not twice at a time', async () => {
  const { people, ask } = await team();
  const text = await people.text('rita', 'plain.example');
  const outcome = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).outcome;
  expect(await outcome(text, THREE, 24, 'rita')).toBe('refused:role_may_not');
  expect(await outcome(text, ['marta', 'luca', 'rita'])).toBe('refused:not_deciding');
  expect(await outcome(text, ['marta', 'luca', 'nobody'])).toBe('refused:not_deciding');
  expect(await outcome(addressOf({ text: 'Nobody has seen this.' }), THREE)).toBe('refused:unknown_output');
  expect(await outcome(text, THREE, 24 * 60)).toBe('refused:lasts_too_long');
  expect(await outcome(text, THREE, -1)).toBe('refused:calibration_over');
  const own = await people.text('marta', 'plain.example', 'reviewer');
  expect(await outcome(own, THREE)).toBe('refused:had_a_part');
  expect(await outcome(text, THREE)).toBe('stored');
  expect(await outcome(text, THREE)).toBe('refused:calibrated_already');
  people.now = new Date(people.now.getTime() + 25 * HOUR_MS);
  expect(await outcome(text, THREE)).toBe('stored');
  expect(await findingsOf(database, people.name)).toEqual([]);
});

test('each judges for themselves, once, of that text, and no more when it is over; nobody sits where another was asked', async () => {
  const { people, ask, give } = await team();
  const [text, other] = [await people.text('rita', 'plain.example'), await people.text('rita', 'plain.example')];
  const { seats } = await ask(text, THREE);
  const [marta, luca, nora] = seats.map(({ secondId }) => secondId);
  expect(await give('piero', text, marta)).toBe('refused:not_yours');
  expect(await give('luca', text, marta)).toBe('refused:not_yours');
  expect(await give('marta', other, marta)).toBe('refused:unknown_second');
  expect(await give('marta', text, marta)).toBe('stored');
  expect(await give('marta', text, marta)).toBe('refused:given_already');
  // Somebody else is asked under the id of a seat that is taken: it stays with whoever has it.
  const { outcome } = await ask(other, ['piero', 'marta', 'nora'], 24, 'luca', [luca ?? '']);
  expect(outcome).toBe('stored');
  expect(await give('luca', text, luca)).toBe('stored');
  people.now = new Date(people.now.getTime() + 25 * HOUR_MS);
  expect(await give('nora', text, nora)).toBe('refused:calibration_over');
});
