/** The alarm's work: outputs go when they were kept for as long as somebody chose, and not before. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sweep } from '../../../lib/background/records/records.ts';
import { keptForDays } from '../../../lib/settings/items.ts';
import { db } from '../../../lib/store/db.ts';
import { append } from '../../../lib/store/write/writes.ts';
import { seen } from '../domain/making.ts';

const DAY_MS = 86_400_000;

beforeEach(async () => {
  fakeBrowser.reset();
  await db.delete({ disableAutoOpen: false });
});

test('everything is kept for good unless somebody chose otherwise', async () => {
  await append(await seen());
  await sweep(Date.parse('2100-01-01T00:00:00.000Z'));
  expect(await db.outputs.count()).toBe(1);
});

test('an output goes after the days that were chosen, and not a moment before', async () => {
  const event = await seen();
  await append(event);
  await keptForDays.setValue(30);
  await sweep(Date.parse(event.time) + 30 * DAY_MS);
  expect(await db.outputs.count()).toBe(1);
  await sweep(Date.parse(event.time) + 30 * DAY_MS + 1);
  expect(await db.outputs.count()).toBe(0);
  expect(await db.events.count()).toBe(0);
});
