/**
 * The index of words: which outputs hold some, by their text and by what was said of them. It is in shards of thousands of outputs,
 * each written once and read again when somebody looks for something. Only a worker loads this: see `entrypoints/aside.ts`.
 */
import { hasTerms, saidIn, termsOf } from '../../domain/decision/sifted.ts';
import { newId } from '../../domain/ids.ts';
import type { Output } from '../../domain/output/output.ts';
import { knownOf } from '../ask/known.ts';
import { type Database, db as shared } from '../db.ts';
import type { SearchedRow, ShardRow, UnsearchedRow } from '../rows/search.ts';
import { SEARCH } from './marks.ts';
import { holdersOf, type OpenWords, openWords, packWords, unpackWords } from './packed.ts';

/** Outputs of a shard at most. */
const SHARD = 5_000;
/** Up to so many a shard is written anew with what comes to it: of more, that would cost more than a shard of its own. */
const YOUNG = 1_000;
/** Outputs that are read in one go. */
const PAGE = 250;
/** Outputs that are not in the index yet and are looked through one by one, the newest first. */
const MOST_BY_HAND = 1_000;

const known = knownOf<string[]>('unsearched');
const knownShards = knownOf<string[]>('shards');

/**
 * The outputs that are not in the index yet, the newest first. Not read with each letter: what was taken out of their store is gone
 * through too for as long as the database has not cleared it up, and with thousands of them that took longer than all of a search.
 */
export const unread = (db: Database = shared): Promise<readonly string[]> =>
  known(db.name, () => Promise.resolve(db.unsearched.orderBy('at').reverse().primaryKeys()));

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
  await writeShard(db, { asked, added: await wordsOf(db, asked), ...(isYoung ? { grown: young } : {}) });
  return asked.length;
}

type Added = Map<string, string[]>;

async function wordsOf(db: Database, asked: readonly UnsearchedRow[]): Promise<Added> {
  const added: Added = new Map();
  for (let from = 0; from < asked.length; from += PAGE) {
    const rows = await db.outputs.bulkGet(asked.slice(from, from + PAGE).map(({ hash }) => hash));
    for (const row of rows) if (row) added.set(row.hash, termsOf(saidIn(row)));
  }
  return added;
}

interface Written {
  asked: readonly UnsearchedRow[];
  added: Added;
  /** The shard that it was before. */
  grown?: ShardRow;
}

/** What changed or was erased since it was read is left out. */
function writeShard(db: Database, { asked, added, grown }: Written): Promise<void> {
  return db.transaction('rw', SEARCH(db), async ({ idbtrans }) => {
    const now = await db.unsearched.bulkGet(asked.map(({ hash }) => hash));
    const isDone = new Set(asked.flatMap(({ mark, hash }, at) => (now[at]?.mark === mark ? hash : [])));
    // An erasure takes whole shards away: what was read of one that is gone since is not written back.
    if (grown?.shard !== undefined && !(await db.shards.get(grown.shard))) return;
    const held = [...added.keys()].filter((hash) => isDone.has(hash));
    const before = await db.searched.bulkGet(held);
    const outputs = grown ? unpackWords(grown.words) : new Map<string, string[]>();
    for (const { hash } of asked) outputs.delete(hash);
    for (const hash of held) outputs.set(hash, added.get(hash) ?? []);
    const elsewhere = held.filter((_, at) => before[at]?.shards.some((one) => one !== grown?.shard));
    const moved = [...new Set([...(grown?.moved ?? []), ...elsewhere])];
    const row: ShardRow = { ...grown, size: outputs.size, mark: newId(), moved, words: packWords(outputs) };
    const number = await db.shards.put(row);
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

/** A shard, to be asked. */
interface Shard {
  words: OpenWords;
  /** Outputs of it that older shards hold as they were before. */
  moved: readonly string[];
}

/** The shards that are ready, by what was written last of each. */
const ready = new Map<string, Shard>();

/** By what was written last of each shard, the newest first. Not read with each letter: a search waited for it. */
const shardKeys = (db: Database): Promise<string[]> =>
  knownShards(db.name, async () => (await db.shards.orderBy('[shard+mark]').keys()).map(String).reverse());

/** All shards, the newest first, each with how many come after it; those that are ready are not read again. */
async function* shardsOf(db: Database): AsyncGenerator<[shard: Shard, after: number]> {
  const keys = await shardKeys(db);
  for (const gone of [...ready.keys()].filter((key) => !keys.includes(key))) ready.delete(gone);
  for (const [at, key] of keys.entries()) {
    const shard = ready.get(key) ?? (await readOne(db, key));
    // One that was erased or has grown meanwhile is another one.
    if (shard) yield [shard, keys.length - at - 1];
  }
}

async function readOne(db: Database, key: string): Promise<Shard | undefined> {
  const row = await db.shards.get(Number.parseInt(key, 10));
  if (!row || row.mark !== key.slice(key.indexOf(',') + 1)) return undefined;
  const shard = { words: openWords(row.words), moved: row.moved };
  ready.set(key, shard);
  return shard;
}

/** Has all shards ready: whoever goes to the field for words is about to ask for some. */
export async function prepareWords(db: Database = shared): Promise<void> {
  for await (const _ of shardsOf(db));
}

/** Hears what was found so far, and that there is more to look through. */
type FoundSoFar = (found: ReadonlySet<string>) => void;

/** The outputs in which each of some terms begins a word; `told`: what the newer shards have, before the older ones. Of changes whoever watches hears apart. */
export async function withTerms(
  terms: readonly string[],
  db: Database = shared,
  told?: FoundSoFar,
): Promise<ReadonlySet<string>> {
  const changed = await unread(db);
  const found = new Set(await byHand(terms, changed.slice(0, MOST_BY_HAND), db));
  // As they are told here they are of before.
  const past = new Set(changed);
  for await (const [{ words, moved }, after] of shardsOf(db)) {
    for (const hash of holdersOf(words, terms)) if (!past.has(hash)) found.add(hash);
    for (const hash of moved) past.add(hash);
    if (after > 0 && found.size > 0) told?.(found);
  }
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
