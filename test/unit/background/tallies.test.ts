/** A day is counted once, after it is over, under an id of its own, and its tally leaves alone and at a time by chance. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetNotes, noteHeld } from '../../../lib/background/outputs/day-notes.ts';
import { tallyDays } from '../../../lib/background/outputs/tallies.ts';
import { EVERYTHING } from '../../../lib/domain/events/filter.ts';
import { ownSource } from '../../../lib/settings/installation.ts';
import { heldByDay, talliedDays } from '../../../lib/settings/items.ts';
import { talliesSince } from '../../../lib/store/ask/tallies.ts';
import { db } from '../../../lib/store/db.ts';
import { due } from '../../../lib/store/write/outbox.ts';
import { append } from '../../../lib/store/write/writes.ts';
import { ANNA, made, OTHER_HASH, seen } from '../domain/making.ts';

const NOON = Date.parse('2026-11-28T12:00:00.000Z');
const HOUR_MS = 3_600_000;
const ROOM = { events: 100, bytes: 1_000_000 };

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  await db.delete({ disableAutoOpen: false });
  for (const [targetId, kind] of [
    ['collector', 'collector'],
    ['hook', 'cloudevents'],
  ] as const)
    await db.targets.add({
      ...{ targetId, kind, settings: {}, filter: EVERYTHING, addedAt: '', cursor: '', state: 'idle', attempts: 0 },
    });
});

/** The day on which the made events happen. */
const DAY = '2026-11-22';
const waiting = (inMs: number, targetId = 'collector') => due(targetId, ROOM, new Date(NOON + inMs));

async function foundHere() {
  const source = await ownSource();
  await append(await seen({ source }));
  await append(await seen({ source, subject: OTHER_HASH }));
  return source;
}

test('of what was found here on a day, and of nothing that only a colleague found', async () => {
  await append(await seen({ source: await ownSource() }));
  await append(await seen({ source: ANNA, subject: OTHER_HASH }));
  await heldByDay.setValue({ [DAY]: [OTHER_HASH] });
  await tallyDays(NOON);
  const [tally, ...others] = await talliesSince('2026-11-01', true);
  expect(tally).toMatchObject({ day: DAY, stratum: '|chatgpt|', host: 'chatgpt.com', found: 1, words: 2, held: 0 });
  expect(others).toEqual([]);
  expect(await heldByDay.getValue()).toEqual({});
});

test('once: again, after the same day, and where it broke off on the way', async () => {
  await foundHere();
  await tallyDays(NOON);
  await tallyDays(NOON + HOUR_MS);
  expect((await talliesSince(DAY, true)).map(({ found }) => found)).toEqual([2]);
  const [{ source = '' } = {}] = await talliesSince(DAY, true);
  await talliedDays.setValue({ upTo: '2026-11-21', current: { day: DAY, source } });
  await tallyDays(NOON);
  expect((await talliesSince(DAY, true)).map(({ found }) => found)).toEqual([2]);
  expect(await db.events.where('subject').startsWith('urn:countersign:tally:').count()).toBe(1);
});

test('it says neither who nor when, and leaves alone, at its own time, for the collector only', async () => {
  const source = await foundHere();
  await append(await made(1, { source }), new Date(NOON));
  await tallyDays(NOON, () => 0.5);
  expect((await waiting(2 * HOUR_MS)).map(({ type }) => type)).not.toContain('countersign.outputs.tallied.v1');
  const others = await waiting(4 * HOUR_MS);
  expect(new Set(others.map((event) => event.source))).toEqual(new Set([source]));
  await db.outbox.where('key').startsWith(`${source}|`).delete();
  const [tally, ...more] = await waiting(4 * HOUR_MS);
  expect(more).toEqual([]);
  expect(tally).toMatchObject({ time: `${DAY}T23:59:59.999Z`, type: 'countersign.outputs.tallied.v1' });
  expect(tally?.source).toMatch(/^urn:countersign:day:/);
  // No UUIDv7: that would tell the moment at which it was made.
  expect(tally?.id[14]).toBe('4');
  expect(JSON.stringify(tally)).not.toContain(source);
  expect((await waiting(4 * HOUR_MS, 'hook')).filter(({ type }) => type.includes('tallied'))).toEqual([]);
});

test('what several pages note at once is all noted, also while a day before is forgotten', async () => {
  await heldByDay.setValue({ [DAY]: ['of a day that is counted'] });
  const hashes = Array.from({ length: 20 }, (_, at) => `sha256:${at}`);
  await Promise.all([...hashes.map((hash) => noteHeld(hash)), forgetNotes(DAY)]);
  expect(Object.values(await heldByDay.getValue())).toEqual([hashes]);
});
