/** What figures are counted from: outputs that something happened to, without a word of them. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countedPages, countedSince } from '../../../lib/store/ask/counted.ts';
import { countedRowOf } from '../../../lib/store/rows/counted.ts';
import { ROWS_AT_ONCE } from '../../../lib/store/rows/pages.ts';
import { dropOutputs, eraseContents } from '../../../lib/store/write/erase.ts';
import { append, applyPulled } from '../../../lib/store/write/writes.ts';
import { decided, HASH, LUCA, made, OTHER_HASH, seen, sequenced, withdrawn } from '../domain/making.ts';
import { fc } from '../property.ts';
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

test('they come page by page, each once; a page that failed on its way is read again by whoever asks for it', async () => {
  for (const event of [await seen(), await made(2)]) await append(event, new Date(0), on.db);
  const [row] = await on.db.counted.toArray();
  if (!row) throw new Error('nothing is counted');
  const hashes = Array.from({ length: ROWS_AT_ONCE + 1 }, (_, at) => `sha256:${at.toString(16).padStart(64, '0')}`);
  await on.db.counted.clear();
  await on.db.counted.bulkAdd(hashes.map((hash) => ({ ...row, hash, output: { ...row.output, hash } })));
  const { counted } = on.db;
  vi.spyOn(counted, 'where')
    .mockReturnValueOnce(counted.where('hash') as never)
    .mockImplementationOnce(() => {
      throw new Error('The database was busy');
    });
  const first = await countedPages('', on.db);
  const second = await first.next?.();
  expect([...first.outputs, ...(second?.outputs ?? [])].map(({ hash }) => hash)).toEqual(hashes);
  expect(second?.next).toBeUndefined();
});

/** What happens to two outputs, in the team's order. */
const story = async () =>
  sequenced(
    await Promise.all([
      seen(),
      seen({ subject: OTHER_HASH, source: LUCA }),
      made(1),
      made(2, { source: LUCA }),
      made(3, { subject: OTHER_HASH }),
      withdrawn(2, true, { source: LUCA }),
      decided('block', [1]),
    ]),
  );

test('what is kept is equal to a count of all outputs, in whatever order things arrive, are erased, and go by their age', async () => {
  const events = await story();
  const order = fc.shuffledSubarray(events, { minLength: 1 });
  const parts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
  const gone = fc.array(fc.constantFrom('erased', 'dropped', 'nothing'), { minLength: 2, maxLength: 2 });
  const holds = async (arriving: typeof events, sizes: readonly number[], [first, second]: readonly string[]) => {
    const { db } = new Scripted();
    const end = async (what: string | undefined, hash: string) => {
      const keys = await db.events.where({ subject: hash }).primaryKeys();
      if (what === 'erased') await eraseContents(keys, db);
      if (what === 'dropped') await dropOutputs([hash], db);
    };
    for (let [at, part] = [0, 0]; at < arriving.length; part += 1) {
      const size = sizes[part % sizes.length] ?? 1;
      await applyPulled('collector', arriving.slice(at, at + size), '0', db);
      at += size;
      if (part === 0) await end(first, HASH);
    }
    await end(second, OTHER_HASH);
    const recounted = (await db.outputs.toArray()).flatMap((row) => countedRowOf(row)?.output ?? []);
    expect(await countedSince('', db)).toEqual(recounted);
    await db.delete();
  };
  await fc.assert(fc.asyncProperty(order, parts, gone, holds), { numRuns: 12 });
});
