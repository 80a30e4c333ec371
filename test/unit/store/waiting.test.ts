/** How many wait: counting goes through an index, and all else that is asked of the database waits for it. */
import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lengthOfLine, queueSize, waitingUpTo } from '../../../lib/store/ask/line.ts';
import { Database } from '../../../lib/store/db.ts';
import type { OutputRow } from '../../../lib/store/rows/output.ts';

let db: Database;
const rowOf = (n: number) =>
  ({ hash: `h${n}`, line: { grave: -1, heft: -1, since: `2026-11-0${n}`, facets: [] } }) as unknown as OutputRow;

beforeEach(async () => {
  db = new Database(`waiting ${Math.random()}`);
  await db.outputs.bulkPut([1, 2, 3, 4].map(rowOf));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete();
});

test('it is counted once for all who ask, and again when something changed', async () => {
  const counted = vi.spyOn(IDBIndex.prototype, 'count');
  // What only listens for changes counts nothing: it asks for what is after every time.
  const ofAll = () =>
    counted.mock.calls.filter(([range]) => !(range instanceof IDBKeyRange && range.lower === '\uffff'));
  const asked = { sieve: {}, order: 'gravest', policy: undefined } as const;
  expect(await Promise.all([queueSize(db), queueSize(db), lengthOfLine(asked, db)])).toEqual([4, 4, 4]);
  expect(await queueSize(db)).toBe(4);
  expect(ofAll()).toHaveLength(1);
  await db.outputs.delete('h4');
  expect(await queueSize(db)).toBe(3);
  expect(ofAll()).toHaveLength(2);
});

test('for a badge no further than it shows, and it hears of what comes and goes', async () => {
  const counted = vi.spyOn(IDBIndex.prototype, 'count');
  const heard: number[] = [];
  const watching = liveQuery(() => waitingUpTo(4, db)).subscribe((size) => heard.push(size));
  await expect.poll(() => heard.at(-1)).toBe(4);
  await db.outputs.bulkDelete(['h3', 'h4']);
  await expect.poll(() => heard.at(-1)).toBe(2);
  await db.outputs.bulkPut([5, 6, 7].map(rowOf));
  await expect.poll(() => heard.at(-1)).toBe(4);
  watching.unsubscribe();
  expect(counted).not.toHaveBeenCalled();
});
