import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { checkPolicyText } from '../../../lib/background/policy/policy-check.ts';
import { awaitsDecision } from '../../../lib/domain/decision/queue.ts';
import { eventSchema } from '../../../lib/domain/events/event.ts';
import { EVENTS } from '../../../lib/domain/events/index.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import { isAt } from '../../../lib/domain/output/address.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { Database, STORES_V1 } from '../../../lib/store/db.ts';
import { countedRowOf } from '../../../lib/store/rows/counted.ts';
import type { StoredContent, StoredEvent } from '../../../lib/store/rows/event.ts';
import { STORES_V2 } from '../../../lib/store/upgrades/v2.ts';
import { STORES_V4 } from '../../../lib/store/upgrades/v4.ts';
import { STORES_V5 } from '../../../lib/store/upgrades/v5.ts';
import { STORES_V6 } from '../../../lib/store/upgrades/v6.ts';
import { STORES_V7 } from '../../../lib/store/upgrades/v7.ts';
import { STORES_V8 } from '../../../lib/store/upgrades/v8.ts';
import { STORES_V9 } from '../../../lib/store/upgrades/v9.ts';
import { STORES_V10 } from '../../../lib/store/upgrades/v10.ts';
import { STORES_V11 } from '../../../lib/store/upgrades/v11.ts';
import { STORES_V13 } from '../../../lib/store/upgrades/v13.ts';
import { withContent } from '../../../lib/store/write/outbox.ts';
import { wakeDue } from '../../../lib/store/write/waking.ts';
import { PROFILES } from '../../../lib/tools/index.ts';
import { toolProfileSchema } from '../../../lib/tools/schema.ts';

const FOLDER = new URL('../../records/', import.meta.url);
type Frozen = Record<string, unknown[]>;

const versions = readdirSync(FOLDER)
  .flatMap((name) => /^database\.v(\d+)\.json$/.exec(name)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b);
const frozen = (version: number): Frozen =>
  JSON.parse(readFileSync(new URL(`database.v${version}.json`, FOLDER), 'utf8')) as Frozen;

/** The stores as each version declared them, so that an old database can be made as it was. */
const V2 = { ...STORES_V1, ...STORES_V2 };
const V4 = { ...V2, ...STORES_V4 };
const V6 = { ...V4, ...STORES_V5, ...STORES_V6 };
const V11 = { ...V6, ...STORES_V7, ...STORES_V8, ...STORES_V9, ...STORES_V10, ...STORES_V11 };
const { reports: _, ...V13 } = { ...V11, ...STORES_V13 };
const STORES: Record<number, Record<string, string>> = {
  1: STORES_V1,
  2: V2,
  3: V2,
  4: V4,
  5: { ...V4, ...STORES_V5 },
  6: V6,
  7: { ...V6, ...STORES_V7 },
  8: { ...V6, ...STORES_V7, ...STORES_V8 },
  9: { ...V6, ...STORES_V7, ...STORES_V8, ...STORES_V9 },
  10: { ...V6, ...STORES_V7, ...STORES_V8, ...STORES_V9, ...STORES_V10 },
  11: V11,
  12: V11,
  13: V13,
  14: V13,
};
/** The index of texts, which version 5 makes anew of the outputs. */
const MADE_ANEW = new Set(['fingerprints', 'postings']);
/** The index of words, which version 12 makes anew. */
const WORDS = new Set(['searched', 'shards']);
/** Before version 6 nobody asked whose address a text had: the texts of those examples are under made-up ones. */
const leftOf = (version: number, store: string, rows: number) =>
  (version < 5 && MADE_ANEW.has(store)) ||
  (version < 6 && store === 'fingerprints') ||
  (version < 12 && WORDS.has(store))
    ? 0
    : rows;

/** Since version 13 reports stand in the rows of their outputs, and are found there. */
const countOf = (db: Database, store: string): Promise<number> =>
  store === 'reports' ? db.outputs.orderBy('reportIds').count() : db.table(store).count();

/** Outputs whose words are to be read: since version 12 also those that were read before. */
const wordsOf = (version: number): number => {
  const { unsearched = [], searched = [] } = frozen(version) as Record<string, { hash: string }[]>;
  return new Set([...unsearched, ...(version < 12 ? searched : [])].map(({ hash }) => hash)).size;
};

test('every version of the database has its frozen example, without a gap', () => {
  const db = new Database('unused');
  expect(versions).toEqual(Array.from({ length: db.verno }, (_, at) => at + 1));
  expect(Object.keys(STORES).map(Number)).toEqual(versions);
});

describe.each(versions)('a database of version %i', (version) => {
  test('has an example of every store', () => {
    for (const store of Object.keys(STORES[version] ?? {}))
      expect(frozen(version)[store]?.length, store).toBeGreaterThan(0);
  });

  test('is opened without losing a row, and every event in it still parses and folds', async () => {
    const name = `old-${version}`;
    const old = new Dexie(name);
    old.version(version).stores(STORES[version] ?? {});
    for (const [store, rows] of Object.entries(frozen(version))) await old.table(store).bulkPut(rows);
    old.close();

    const db = new Database(name);
    for (const [store, rows] of Object.entries(frozen(version)))
      expect(await countOf(db, store), store).toBe(
        store === 'unsearched' ? wordsOf(version) : leftOf(version, store, rows.length),
      );
    const contents = new Map((await db.contents.toArray()).map((row) => [row.key, row]));
    const events = (await db.events.toArray()).map((row) => parsed(row, contents));
    for (const output of await db.outputs.toArray()) {
      expect(hasOwnText(output), output.hash).toBe(version >= 6);
      const folded = foldOutput(events.filter((event) => event.subject === output.hash));
      expect(folded).toMatchObject({ status: output.status, openReports: output.openReports });
    }
    await expectReporters(db);
    // Figures are counted from what an upgrade, or each change since, keeps of the outputs.
    const counted = (await db.outputs.toArray()).flatMap((row) => countedRowOf(row) ?? []);
    expect(await db.counted.toArray()).toEqual(counted);
    for (const { learned } of await db.sites.toArray()) if (learned) toolProfileSchema.parse(learned.profile);
    await db.delete();
  });
});

/** Who reported is found, as the rows of outputs say, and what waits for the index of texts has what it waits with. */
async function expectReporters(db: Database): Promise<void> {
  const reported = (await db.outputs.toArray()).flatMap(({ reports }) => reports.map(({ source }) => source));
  expect(await db.outputs.orderBy('reportedBy').uniqueKeys()).toEqual([...new Set(reported)].sort());
  for (const { outputs } of await db.waiting.toArray()) expect(outputs).toHaveLength(1);
}

const hasOwnText = ({ hash, content }: Output): boolean => content !== undefined && isAt(hash, content);

const parsed = ({ key, event }: StoredEvent, contents: Map<string, StoredContent>) =>
  eventSchema.parse(withContent(event, contents.get(key)));

/** Events that came after the first frozen database, one file a type. */
const frozenEvents = readdirSync(FOLDER).filter((name) => /^event\..*\.json$/.test(name));
const recordText = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

test('every type of event that a browser makes has a frozen example that still parses', () => {
  const inDatabases = versions.flatMap((version) => (frozen(version).events ?? []) as StoredEvent[]);
  const alone = frozenEvents.map((name) => eventSchema.parse(JSON.parse(recordText(name))));
  const types = new Set([...inDatabases.map(({ event }) => event.type), ...alone.map(({ type }) => type)]);
  // A collector's own acts are made by no browser.
  const made = EVENTS.flatMap(({ about, type }) => (about === 'act' ? [] : [type]));
  expect(made.filter((type) => !types.has(type))).toEqual([]);
  // Of one type there may be more than one example: what came to it later stands in its name.
  for (const [at, { type }] of alone.entries())
    expect(frozenEvents[at]?.startsWith(`event${type.slice('countersign'.length)}.`)).toBe(true);
});

test('a policy of format 1, with every field that it may have, is still accepted', () => {
  const text = recordText('policy.v1.json');
  expect(checkPolicyText(text, PROFILES)).toEqual({ policy: JSON.parse(text) });
});

test('what waits since before version 14 has a clock as soon as the background has looked', async () => {
  const old = new Dexie('old-clocks');
  old.version(13).stores(STORES[13] ?? {});
  for (const [store, rows] of Object.entries(frozen(13))) await old.table(store).bulkPut(rows);
  old.close();
  const db = new Database('old-clocks');
  const waiting = async () => (await db.outputs.toArray()).filter((row) => awaitsDecision(row));
  expect((await waiting()).map(({ turns }) => turns)).toEqual([undefined, undefined]);
  await wakeDue(db);
  expect((await waiting()).map(({ turns }) => turns)).toEqual(
    (frozen(14).outputs as Output[]).flatMap(({ turns }) => (turns ? [turns] : [])),
  );
  expect(await wakeDue(db)).toBe(0);
  await db.delete();
});

test('an endpoint of version 1 is a collector with the same credentials, cursor and waiting entries', async () => {
  const old = new Dexie('old-endpoint');
  old.version(1).stores(STORES_V1);
  for (const [store, rows] of Object.entries(frozen(1))) await old.table(store).bulkPut(rows);
  old.close();
  const db = new Database('old-endpoint');
  expect(await db.targets.get('collector')).toMatchObject({
    kind: 'collector',
    settings: { address: 'https://collector.example', token: 'not-a-token' },
    filter: { from: 'own' },
    cursor: '0000000000000003',
    role: 'reporter',
  });
  const marked = await db.outbox.toArray();
  for (const { key } of marked) expect((await db.events.get(key))?.shared).toBe(true);
  await db.delete();
});
