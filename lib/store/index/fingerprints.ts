/** The index by which texts are recognised: written with an output, in the same transaction, and dropped with its text. */
import { fingerprintsOf } from '../../domain/reuse/fingerprints.ts';
import {
  bucketOf,
  bucketsOf,
  type Fingerprinted,
  type Postings,
  withoutOrdinals,
  withPostings,
} from '../../domain/reuse/postings.ts';
import { type Database, type PostingsRow, db as shared } from '../db.ts';
import type { OutputRow } from '../rows/output.ts';

/** The stores that a transaction needs that writes or drops fingerprints. */
export const INDEX = (db: Database) => [db.fingerprints, db.postings, db.waiting];

/** Outputs that are put into the index as they come: each writes some seventy buckets anew. */
const FEW = 20;
/** So many times as came together are put into it together: nearly every bucket is written anew then, however many they are. */
const TOGETHER = 100;
/** Buckets that are read, changed and written together. */
const BUCKETS = 1_024;

/**
 * Puts outputs into the index that have a text and are not in it yet; where they are many, they wait for `indexWaiting`.
 * Called within a transaction.
 */
export async function putFingerprints(db: Database, outputs: readonly OutputRow[]): Promise<void> {
  const known = await Promise.all(outputs.map(({ hash }) => db.fingerprints.where({ hash }).primaryKeys()));
  const fresh = outputs.filter(({ content }, at) => content && known[at]?.length === 0);
  if (fresh.length === 0) return;
  const rows = fresh.map(({ hash, firstSeenAt }) => ({ hash, at: firstSeenAt }));
  const ordinals = (await db.fingerprints.bulkAdd(rows, { allKeys: true })) as number[];
  const coming = fresh.map(({ content }, at) => ({
    ordinal: ordinals[at] ?? 0,
    fingerprints: fingerprintsOf(content?.text ?? ''),
  }));
  if (coming.length > FEW) await db.waiting.add({ ordinal: coming[0]?.ordinal ?? 0, outputs: coming });
  else await putPostings(db, coming);
}

async function putPostings(db: Database, rows: readonly Fingerprinted[]): Promise<void> {
  let some = new Map<number, Postings>();
  for (const [bucket, postings] of bucketsOf(rows)) {
    some.set(bucket, postings);
    if (some.size < BUCKETS) continue;
    await changeBuckets(db, some, withPostings);
    some = new Map();
  }
  if (some.size > 0) await changeBuckets(db, some, withPostings);
}

/** Puts into the index what waits for it, thousands of outputs at a time; `signal` ends it between them. */
export async function indexWaiting(db: Database = shared, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await indexSome(db)) === TOGETHER);
}

/** One transaction: an output that is erased meanwhile is either in the index when it is taken out, or never gets in. */
function indexSome(db: Database): Promise<number> {
  return db.transaction('rw', INDEX(db), async () => {
    const rows = await db.waiting.limit(TOGETHER).toArray();
    const last = rows.at(-1);
    if (!last) return 0;
    await putPostings(
      db,
      rows.flatMap(({ outputs }) => outputs),
    );
    await db.waiting.where('ordinal').belowOrEqual(last.ordinal).delete();
    return rows.length;
  });
}

const NOTHING: Postings = new Uint32Array();

const hashOf = ({ hash }: OutputRow): string => hash;

/** Takes outputs out of the index. `outputs`: with the text that they were put in with. Called within a transaction. */
export async function dropFingerprints(db: Database, outputs: readonly OutputRow[]): Promise<void> {
  const rows = await db.fingerprints.where('hash').anyOf(outputs.map(hashOf)).toArray();
  const ordinals = new Set(rows.flatMap(({ ordinal }) => ordinal ?? []));
  if (ordinals.size === 0) return;
  const texts = outputs.map(({ content }) => content?.text ?? '');
  const touched = new Set(texts.flatMap((text) => Array.from(fingerprintsOf(text), bucketOf)));
  const buckets = new Map([...touched].sort((one, other) => one - other).map((bucket) => [bucket, NOTHING]));
  await db.fingerprints.bulkDelete([...ordinals]);
  await dropWaiting(db, ordinals);
  await changeBuckets(db, buckets, (postings) => postings && withoutOrdinals(postings, ordinals));
}

/** Takes some outputs out of what waits. */
async function dropWaiting(db: Database, ordinals: ReadonlySet<number>): Promise<void> {
  const firsts = await db.waiting.toCollection().primaryKeys();
  const held = firsts.filter((first, at) =>
    [...ordinals].some((one) => one >= first && one < (firsts[at + 1] ?? Infinity)),
  );
  const rows = (await db.waiting.bulkGet(held)).flatMap((row) => row ?? []);
  const left = rows.map((row) => ({ ...row, outputs: row.outputs.filter(({ ordinal }) => !ordinals.has(ordinal)) }));
  await db.waiting.bulkPut(left.filter(({ outputs }) => outputs.length > 0));
  await db.waiting.bulkDelete(left.filter(({ outputs }) => outputs.length === 0).map(({ ordinal }) => ordinal));
}

type Change = (postings: Postings | undefined, more: Postings) => Postings | undefined;

/** `changes`: by bucket, in their order. */
async function changeBuckets(db: Database, changes: ReadonlyMap<number, Postings>, change: Change): Promise<void> {
  const before = await heldIn(db, [...changes.keys()]);
  const kept: PostingsRow[] = [];
  const gone: number[] = [];
  for (const [bucket, more] of changes) {
    const postings = change(before.get(bucket), more);
    if (postings && postings.length > 0) kept.push({ bucket, postings });
    else gone.push(bucket);
  }
  if (kept.length > 0) await db.postings.bulkPut(kept);
  if (gone.length > 0) await db.postings.bulkDelete(gone);
}

/** What stands in some buckets. Where they stand close together one request has them all, with those between. */
async function heldIn(db: Database, buckets: readonly number[]): Promise<Map<number, Postings>> {
  const [first = 0, last = 0] = [buckets[0], buckets.at(-1)];
  const isDense = last - first < 2 * buckets.length;
  const rows = isDense
    ? await db.postings.where('bucket').between(first, last, true, true).toArray()
    : (await db.postings.bulkGet([...buckets])).flatMap((row) => row ?? []);
  return new Map(rows.map(({ bucket, postings }) => [bucket, postings]));
}

/** Takes everything out of the index: it is filled anew. */
export const emptyIndex = (db: Database = shared): Promise<void> =>
  db.transaction('rw', INDEX(db), async () => {
    await Promise.all(INDEX(db).map((table) => table.clear()));
  });

/** Outputs that are looked at in one transaction. */
const STEP = 500;

/**
 * Puts the outputs that were stored before there was an index into it, those seen since `since` (ISO time): one step from
 * the hash after `after` on. Gives the hash to go on from, or undefined when all are done.
 */
export async function fillFingerprints(
  after: string,
  since: string,
  db: Database = shared,
): Promise<string | undefined> {
  return db.transaction('rw', [db.outputs, ...INDEX(db)], async () => {
    const rows = await db.outputs.where('hash').above(after).limit(STEP).toArray();
    await putFingerprints(
      db,
      rows.filter(({ firstSeenAt, probe }) => firstSeenAt >= since && !probe),
    );
    return rows.length < STEP ? undefined : rows.at(-1)?.hash;
  });
}

/** Drops the fingerprints of outputs first seen before `before` (ISO time), a step. Gives how many were dropped. */
export async function dropFingerprintsBefore(before: string, db: Database = shared): Promise<number> {
  return db.transaction('rw', [db.outputs, ...INDEX(db)], async () => {
    const old = await db.fingerprints.where('at').below(before).limit(STEP).toArray();
    const outputs = await db.outputs.bulkGet(old.map(({ hash }) => hash));
    await dropFingerprints(
      db,
      outputs.filter((row) => row !== undefined),
    );
    // Also where the text is no longer there, so that nobody comes back to the same ones for ever.
    const ordinals = old.flatMap(({ ordinal }) => ordinal ?? []);
    await db.fingerprints.bulkDelete(ordinals);
    await dropWaiting(db, new Set(ordinals));
    return old.length;
  });
}

/** Puts texts that are new here into the index by which they are recognised, and takes out those that are gone. */
export async function keepFingerprints(
  db: Database,
  rows: readonly OutputRow[],
  earlier: readonly (OutputRow | undefined)[],
): Promise<void> {
  const fresh = rows.filter(({ content }, at) => content && !earlier[at]?.content);
  const gone = earlier.flatMap((row, at) => (row?.content && !rows[at]?.content ? [row] : []));
  if (fresh.length > 0) await putFingerprints(db, fresh);
  if (gone.length > 0) await dropFingerprints(db, gone);
}
