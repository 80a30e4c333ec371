/** A line that was searched for comes with its first rows, by one transaction once its index is read, and anew with each change. */
import 'fake-indexeddb/auto';
import { liveQuery, type Subscription } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstInLine, lineWithRows } from '../../../../lib/store/ask/line.ts';
import { Database } from '../../../../lib/store/db.ts';
import type { OutputRow } from '../../../../lib/store/rows/output.ts';
import { dropWords } from '../../../../lib/store/search/marks.ts';
import { packWords } from '../../../../lib/store/search/packed.ts';
import { withTerms } from '../../../../lib/store/search/shards.ts';

const hashOf = (letter: string): string => `sha256:${letter.repeat(64)}`;
const row = (letter: string, grave: number): OutputRow => {
  const line = { grave, since: '2026-11-01', heft: 0, facets: [] };
  const whole: object = { hash: hashOf(letter), reportIds: [], line, content: { text: `${letter} says recesso` } };
  return whole as OutputRow;
};
const lettersOf = (hashes: readonly string[]): string => hashes.map((hash) => hash.at(-1)).join('');

let db: Database;
beforeEach(async () => {
  db = new Database(`rows-${crypto.randomUUID()}`);
  await db.outputs.bulkPut([row('a', -1), row('b', -9), row('c', -4)]);
  await written('ab');
});
afterEach(() => db.delete());

/** A shard with the words of some outputs. */
async function written(letters: string): Promise<void> {
  const words = packWords(new Map([...letters].map((letter) => [hashOf(letter), ['recesso']])));
  const shard = await db.shards.put({ size: letters.length, mark: crypto.randomUUID(), moved: [], words });
  await db.searched.bulkPut([...letters].map((letter) => ({ hash: hashOf(letter), shards: [shard] })));
}

const ASKED = { sieve: { words: 'rece' }, order: 'gravest' as const, policy: undefined };
const found = () => lineWithRows(ASKED, (terms) => withTerms(terms, db), db);

test('its first rows are those of the line, in its order', async () => {
  const { line, rows } = await found();
  expect(lettersOf(line.slice(0, 9))).toBe('ba');
  expect(rows.map(({ content }) => content?.text)).toEqual(['b says recesso', 'a says recesso']);
});

test('where an index has the line the page reads its rows by itself', async () => {
  const whole = { ...ASKED, sieve: {} };
  expect((await firstInLine(whole, 9, db))?.rows).toHaveLength(3);
  const { line, rows } = await lineWithRows(whole, (terms) => withTerms(terms, db), db);
  expect([line.length, rows.length]).toEqual([3, 0]);
});

test('once its index is read it takes one transaction', async () => {
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
  // The library takes hold of it when the database opens.
  db.close();
  await db.open();
  // What was written before the test is heard of a moment later, and then read anew.
  const times = async () => {
    asked.mockClear();
    await found();
    return asked.mock.calls.length;
  };
  await expect.poll(times).toBe(1);
  asked.mockRestore();
});

test('whoever watches it hears of a row, of a shard more, and of an erasure', async () => {
  const told: string[] = [];
  const watching: Subscription = liveQuery(found).subscribe(({ line, rows }) =>
    told.push(`${lettersOf(line.slice(0, 9))} ${rows.map(({ content }) => content?.text.length).join()}`),
  );
  await expect.poll(() => told.at(-1)).toBe('ba 14,14');
  await db.outputs.update(hashOf('a'), { content: { text: 'recesso' } });
  await expect.poll(() => told.at(-1)).toBe('ba 14,7');
  await written('c');
  await expect.poll(() => told.at(-1)).toBe('bca 14,14,7');
  await dropWords(db, [hashOf('c')]);
  await db.outputs.delete(hashOf('c'));
  await expect.poll(() => told.at(-1)).toBe('ba 14,7');
  watching.unsubscribe();
});
