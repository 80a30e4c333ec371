/** What is read without the library is what is read with it. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noCounts, tallySubject } from '../../../../lib/domain/figures/tally.ts';
import { countedPages } from '../../../../lib/store/ask/counted.ts';
import { degradedProfiles } from '../../../../lib/store/ask/degraded.ts';
import { publishedVersions } from '../../../../lib/store/ask/published.ts';
import { talliesSince } from '../../../../lib/store/ask/tallies.ts';
import { openBare, STORE } from '../../../../lib/store/bare/bare.ts';
import { degradedBare, pagesBare, publishedBare, talliesBare } from '../../../../lib/store/bare/counted.ts';
import { Database } from '../../../../lib/store/db.ts';
import type { StoredEvent } from '../../../../lib/store/rows/event.ts';
import { ROWS_AT_ONCE } from '../../../../lib/store/rows/pages.ts';
import { append } from '../../../../lib/store/write/writes.ts';
import { made, seen } from '../../domain/making.ts';
import { Scripted } from '../../sync/scripted.ts';

let on: Scripted;
beforeEach(() => {
  on = new Scripted();
});
afterEach(async () => on.db.delete());

const opened = async (name = on.db.name): Promise<IDBDatabase> => {
  const database = await openBare({ ...STORE, name });
  if (!database) throw new Error('it is not opened');
  return database;
};

test('it is the database that the library opens, in the version that it declares', async () => {
  const shared = new Database();
  expect({ name: shared.name, version: shared.verno }).toEqual(STORE);
});

test('a database that is not there is not made, and one of another version is left alone', async () => {
  expect(await openBare({ ...STORE, name: 'nobody made it' })).toBeUndefined();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nobody made it');
  await on.db.open();
  expect(await openBare({ name: on.db.name, version: STORE.version + 1 })).toBeUndefined();
});

test('a newer version does not wait for it', async () => {
  await on.db.open();
  on.db.close();
  const database = await opened();
  const request = indexedDB.open(on.db.name, STORE.version * 10 + 1);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onblocked = reject;
  });
  request.result.close();
  expect(() => database.transaction('counted')).toThrow();
});

test('pages are those of the library, each output once', async () => {
  for (const event of [await seen(), await made(2)]) await append(event, new Date(0), on.db);
  const [row] = await on.db.counted.toArray();
  if (!row) throw new Error('nothing is counted');
  const hashes = Array.from({ length: 2 * ROWS_AT_ONCE + 1 }, (_, at) => `sha256:${at.toString(16).padStart(64, '0')}`);
  await on.db.counted.clear();
  await on.db.counted.bulkAdd(hashes.map((hash) => ({ ...row, hash, output: { ...row.output, hash } })));
  const database = await opened();
  const all = async (first: ReturnType<typeof pagesBare>) => {
    const read: string[][] = [];
    for (let page: Awaited<typeof first> | undefined = await first; page; page = await page.next?.())
      read.push(page.outputs.map(({ hash }) => hash));
    return read;
  };
  const bare = await all(pagesBare(database, ''));
  expect(bare.flat()).toEqual(hashes);
  expect(bare).toEqual(await all(countedPages('', on.db)));
  expect((await all(pagesBare(database, '9999'))).flat()).toEqual([]);
  database.close();
});

/** A row of the log, as far as it is read here. */
const told = (at: number, type: string, subject: string, facts: object, marks: Partial<StoredEvent> = {}) => {
  const time = `2026-11-0${at}T08:00:00.000Z`;
  const event = {
    id: String(at),
    source: 'urn:browser',
    type: `countersign.${type}.v1`,
    time,
    subject,
    data: { facts },
  };
  return { key: `${type} ${at}`, subject, event, ...marks } as unknown as StoredEvent;
};
const tallied = (at: number, marks: Partial<StoredEvent>) => {
  const day = `2026-11-0${at}`;
  return told(at, 'outputs.tallied', tallySubject(day), { ...noCounts(), day, stratum: '|chatgpt|', found: at }, marks);
};

test('what events tell figures is what the library tells, and nothing that a file only claims', async () => {
  const degraded = { tool: 'chatgpt', toolName: 'ChatGPT', version: 3 };
  await on.db.events.bulkAdd([
    ...[tallied(1, { shared: true }), tallied(2, { shared: true }), tallied(3, {}), tallied(4, { claimed: '' })],
    told(5, 'policy.published', 'urn:policy', { version: '7', inForceFrom: '2026-11-05T00:00:00.000Z' }),
    told(
      6,
      'policy.published',
      'urn:policy',
      { version: '8', inForceFrom: '2026-11-06T00:00:00.000Z' },
      { claimed: '' },
    ),
    ...[1, 7].map((at) => told(at, 'detection.degraded', 'https://chatgpt.com', degraded)),
    told(8, 'detection.degraded', 'https://chatgpt.com', degraded, { claimed: '' }),
  ]);
  const [database, since] = [await opened(), '2026-11-02T00:00:00.000Z'];
  const [own, all] = [
    await talliesBare(database, '2026-11-02', true),
    await talliesBare(database, '2026-11-02', false),
  ];
  expect([own.map(({ found }) => found), all.map(({ found }) => found)]).toEqual([[2], [2, 3]]);
  expect(own).toEqual(await talliesSince('2026-11-02', true, on.db));
  expect(all).toEqual(await talliesSince('2026-11-02', false, on.db));
  const published = await publishedBare(database);
  expect(published.map(({ version }) => version)).toEqual(['7']);
  expect(published).toEqual(await publishedVersions(on.db));
  const known = await degradedBare(database, since);
  expect(known.map(({ at }) => at)).toEqual(['2026-11-07T08:00:00.000Z']);
  expect(known).toEqual(await degradedProfiles(since, on.db));
  database.close();
});
