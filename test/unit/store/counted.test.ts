/** What figures are counted from: outputs that something happened to, without a word of them. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countedSince } from '../../../lib/store/ask/counted.ts';
import { append } from '../../../lib/store/write/writes.ts';
import { decided, HASH, made, OTHER_HASH, seen } from '../domain/making.ts';
import { Scripted } from '../sync/scripted.ts';

let on: Scripted;
beforeEach(() => {
  on = new Scripted();
});
afterEach(async () => on.db.delete());

test('what was reported and decided is counted, what was only seen is not, and no word of either is there', async () => {
  const events = [await seen(), await made(1), await decided('block', [1]), await seen({ subject: OTHER_HASH })];
  for (const event of events) await append(event, new Date(0), on.db);
  const counted = await countedSince('2026-11-01T00:00:00.000Z', on.db);
  expect(counted.map(({ hash, reports, decisions }) => [hash, reports.length, decisions.length])).toEqual([
    [HASH, 1, 1],
  ]);
  const written = JSON.stringify(counted);
  for (const words of ['Prices rise.', 'comment 1', 'because']) expect(written).not.toContain(words);
});

test('what nothing happened to since then is left where it is', async () => {
  for (const event of [await seen(), await made(2)]) await append(event, new Date(0), on.db);
  expect(await countedSince('2026-12-01T00:00:00.000Z', on.db)).toEqual([]);
});
