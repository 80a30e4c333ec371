/**
 * The index of words: which outputs hold some, by their text and by what was said of them. It is in shards of thousands of outputs,
 * each written once and read again when somebody looks for something. Only a worker loads this: see `entrypoints/aside.ts`.
 */
import MiniSearch from 'minisearch';
import { hasTerms, saidIn, termsOf } from '../../domain/decision/sifted.ts';
import { newId } from '../../domain/ids.ts';
import type { Output } from '../../domain/output/output.ts';
import { type Database, db as shared } from '../db.ts';
import type { SearchedRow, ShardRow, UnsearchedRow } from '../rows/search.ts';
import { SEARCH } from './marks.ts';

/** Outputs of a shard at most. */
const SHARD = 5_000;
/** Up to so many a shard is written anew with what comes to it: of more, that would cost more than a shard of its own. */
const YOUNG = 1_000;
/** Outputs that are read in one go. */
const PAGE = 250;
/** Outputs that are not in the index yet and are looked through one by one, the newest first. */
const MOST_BY_HAND = 1_000;

interface Words {
  hash: string;
  words: string;
}
type Shard = MiniSearch<Words>;

const OPTIONS = {
  idField: 'hash',
  fields: ['words'],
  tokenize: termsOf,
  processTerm: (term: string) => term,
};

/** How many outputs are not in the index yet. A live query's body. */
export const leftToRead = (db: Database = shared): Promise<number> => db.unsearched.count();

/** Reads the words of all outputs that wait for it; `signal` ends it between two shards. */
export async function readWords(db: Database = shared, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await readShard(db)) > 0);
}

/** One shard more, or a young one that grows: the newest first. Gives how many outputs were done with. */
async function readShard(db: Database): Promise<number> {
  const young = (await db.shards.orderBy(':id').last()) as ShardRow | undefined;
  const isYoung = young !== undefined && young.size < YOUNG;
  const asked = await db.unsearched
    .orderBy('at')
    .reverse()
    .limit(isYoung ? YOUNG : SHARD)
    .toArray();
  if (asked.length === 0) return 0;
  const shard = isYoung ? MiniSearch.loadJSON<Words>(young.words, OPTIONS) : new MiniSearch<Words>(OPTIONS);
  const added = await addWords(db, shard, asked);
  await writeShard(db, { shard, asked, added, ...(isYoung ? { grown: young } : {}) });
  return asked.length;
}

async function addWords(db: Database, shard: Shard, asked: readonly UnsearchedRow[]): Promise<Map<string, Words>> {
  const added = new Map<string, Words>();
  for (let from = 0; from < asked.length; from += PAGE) {
    const rows = await db.outputs.bulkGet(asked.slice(from, from + PAGE).map(({ hash }) => hash));
    for (const row of rows) {
      if (!row) continue;
      const words = { hash: row.hash, words: saidIn(row) };
      if (shard.has(row.hash)) shard.discard(row.hash);
      shard.add(words);
      added.set(row.hash, words);
    }
  }
  return added;
}

interface Written {
  shard: Shard;
  asked: readonly UnsearchedRow[];
  added: Map<string, Words>;
  /** The shard that it was before. */
  grown?: ShardRow;
}

/** What changed or was erased since it was read is taken out again before anything is written. */
function writeShard(db: Database, { shard, asked, added, grown }: Written): Promise<void> {
  return db.transaction('rw', SEARCH(db), async ({ idbtrans }) => {
    const now = await db.unsearched.bulkGet(asked.map(({ hash }) => hash));
    const done = asked.filter(({ mark }, at) => now[at]?.mark === mark);
    const isDone = new Set(done.map(({ hash }) => hash));
    for (const [hash, words] of added) if (!isDone.has(hash)) shard.remove(words);
    // An erasure takes whole shards away: what was read of one that is gone since is not written back.
    if (grown?.shard !== undefined && !(await db.shards.get(grown.shard))) return;
    const row: ShardRow = { ...grown, size: shard.documentCount, mark: newId(), words: JSON.stringify(shard) };
    const number = await db.shards.put(row);
    const held = [...added.keys()].filter((hash) => isDone.has(hash));
    const before = await db.searched.bulkGet(held);
    const places = (at: number) => [
      ...new Set([...(before[at]?.shards ?? []).filter((one) => one !== number), number]),
    ];
    const [last, ...others] = isDone;
    putUntold(
      idbtrans,
      'searched',
      held.map((hash, at) => ({ hash, shards: places(at) })),
    );
    deleteUntold(idbtrans, 'unsearched', others);
    if (last !== undefined) await db.unsearched.delete(last);
  });
}

/**
 * Writes of a shard that other pages are not told of one by one: taking in which of thousands of rows changed kept the panel busy
 * for half a second with each shard. The shard and the last mark are told of, and whoever looks at any of it looks again.
 */
function putUntold(transaction: IDBTransaction, table: 'searched', rows: readonly SearchedRow[]): void {
  const store = transaction.objectStore(table);
  for (const row of rows) store.put(row);
}

function deleteUntold(transaction: IDBTransaction, table: 'unsearched', keys: readonly string[]): void {
  const store = transaction.objectStore(table);
  for (const key of keys) store.delete(key);
}

/** The shards that are ready, by what was written last of each. */
const ready = new Map<string, Shard>();

/** All shards; those that are ready are not read again. */
async function* shardsOf(db: Database): AsyncGenerator<[number: number, shard: Shard]> {
  const keys = (await db.shards.orderBy('[shard+mark]').keys()).map(String);
  for (const gone of [...ready.keys()].filter((key) => !keys.includes(key))) ready.delete(gone);
  for (const key of keys.reverse()) {
    const number = Number.parseInt(key, 10);
    const known = ready.get(key);
    const row = known ? undefined : await db.shards.get(number);
    const shard = known ?? (row && MiniSearch.loadJSON<Words>(row.words, OPTIONS));
    // One that was erased or has grown meanwhile is another one.
    if (!shard || (row && row.mark !== key.slice(key.indexOf(',') + 1))) continue;
    ready.set(key, shard);
    yield [number, shard];
  }
}

/** Outputs whose words are in more than one shard, each with the last one: in the others they are of before. */
interface Moved {
  /** What is written of the shards. */
  of: string;
  last: ReadonlyMap<string, number>;
}
let known: Moved | undefined;

/** Looked up once for what is written: asking for each output that was found took most of a search. */
async function movedOutputs(db: Database): Promise<ReadonlyMap<string, number>> {
  const of = `${db.name} ${(await db.shards.orderBy('[shard+mark]').keys()).join()}`;
  if (known?.of === of) return known.last;
  const [once, several] = [new Set<string>(), new Set<string>()];
  for (const hash of await db.searched.orderBy('shards').primaryKeys()) (once.has(hash) ? several : once).add(hash);
  const rows = (await db.searched.bulkGet([...several])).flatMap((row) => row ?? []);
  const last = new Map(rows.map(({ hash, shards }) => [hash, shards.at(-1) ?? 0]));
  known = { of, last };
  return last;
}

/** The outputs in which each of some terms begins a word. A live query's body. */
export async function withTerms(terms: readonly string[], db: Database = shared): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const moved = await movedOutputs(db);
  for await (const [number, shard] of shardsOf(db))
    for (const { id } of shard.search(terms.join(' '), { prefix: true, combineWith: 'AND' }))
      if ((moved.get(String(id)) ?? number) === number) found.add(String(id));
  const changed = await db.unsearched.orderBy('at').reverse().primaryKeys();
  for (const hash of changed) found.delete(hash);
  for (const hash of await byHand(terms, changed.slice(0, MOST_BY_HAND), db)) found.add(hash);
  return found;
}

async function byHand(terms: readonly string[], hashes: readonly string[], db: Database): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < hashes.length; from += PAGE) {
    const rows: (Output | undefined)[] = await db.outputs.bulkGet(hashes.slice(from, from + PAGE));
    for (const row of rows) if (row && hasTerms(row, terms)) found.push(row.hash);
  }
  return found;
}
