/** The whole line is read once and not watched key by key: whoever watches it hears of every change all the same. */
import 'fake-indexeddb/auto';
import { liveQuery, type Subscription } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lineOf } from '../../../lib/store/ask/line.ts';
import { Database } from '../../../lib/store/db.ts';
import type { OutputRow } from '../../../lib/store/rows/output.ts';

const hashOf = (letter: string): string => `sha256:${letter.repeat(64)}`;
const row = (letter: string, grave: number): OutputRow => {
  const line = { grave, since: `2026-11-0${letter.charCodeAt(0) - 96}`, heft: 0, facets: [] };
  const whole: object = { hash: hashOf(letter), reportIds: [], line };
  return whole as OutputRow;
};

describe.each([{}, { words: 'any' }])('of what is asked as %j', (sieve) => {
  let db: Database;
  let watching: Subscription;
  let lines: string[];
  beforeEach(async () => {
    db = new Database(`line-${crypto.randomUUID()}`);
    await db.outputs.bulkPut([row('a', -1), row('b', -9), row('c', -4), row('d', -3)]);
    lines = [];
    const all = () => Promise.resolve(new Set([...'abcde'].map(hashOf)));
    const asked = { sieve, order: 'gravest' as const, policy: undefined };
    watching = liveQuery(() => lineOf(asked, all, db)).subscribe((line) =>
      lines.push(
        line
          .slice(0, 9)
          .map((hash) => hash.at(-1))
          .join(''),
      ),
    );
    await expect.poll(() => lines.at(-1)).toBe('bcda');
  });
  afterEach(async () => {
    watching.unsubscribe();
    await db.delete();
  });

  test('what joins it', async () => {
    await db.outputs.put(row('e', -2));
    await expect.poll(() => lines.at(-1)).toBe('bcdea');
  });

  test('what changes its place, and what leaves it', async () => {
    await db.outputs.update(hashOf('a'), { 'line.grave': -5 });
    await expect.poll(() => lines.at(-1)).toBe('bacd');
    await db.outputs.update(hashOf('c'), { line: undefined });
    await expect.poll(() => lines.at(-1)).toBe('bad');
  });

  test('what is gone, wherever it stood', async () => {
    await db.outputs.delete(hashOf('d'));
    await expect.poll(() => lines.at(-1)).toBe('bca');
  });
});
