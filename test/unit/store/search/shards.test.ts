/** Shards beside each other: what changed is found by its newest words alone, and what is erased is gone from all of them. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../../../../lib/store/db.ts';
import { dropWords } from '../../../../lib/store/search/marks.ts';
import { packWords } from '../../../../lib/store/search/packed.ts';
import { withTerms } from '../../../../lib/store/search/shards.ts';

let db: Database;
beforeEach(async () => {
  db = new Database(`shards-${crypto.randomUUID()}`);
  const shard = (of: [string, string[]][], moved: string[] = []) =>
    db.shards.put({ size: of.length, mark: crypto.randomUUID(), moved, words: packWords(new Map(of)) });
  const older = await shard([
    ['a', ['alt']],
    ['b', ['alt', 'secret']],
  ]);
  const newer = await shard(
    [
      ['b', ['neu']],
      ['c', ['neu']],
    ],
    ['b'],
  );
  await db.searched.bulkPut([
    { hash: 'a', shards: [older] },
    { hash: 'b', shards: [older, newer] },
    { hash: 'c', shards: [newer] },
  ]);
});
afterEach(() => db.delete());

const found = async (term: string) => [...(await withTerms([term], db))].sort();

test('what changed is found by what it says now, and not by what it said before', async () => {
  expect(await found('alt')).toEqual(['a']);
  expect(await found('neu')).toEqual(['b', 'c']);
});

test('what the newer shard has is told before the older one is looked through', async () => {
  const told: string[][] = [];
  await withTerms(['n'], db, (so) => told.push([...so].sort()));
  expect(told).toEqual([['b', 'c']]);
});

test('what stood beside something that was erased is still known to stand in an older shard, and goes from there with its own erasure', async () => {
  await dropWords(db, ['c']);
  expect(await db.shards.count()).toBe(1);
  await dropWords(db, ['b']);
  expect(JSON.stringify(await db.shards.toArray())).not.toContain('secret');
});
