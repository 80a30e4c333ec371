/** The index by which texts are recognised: written with an output, in the same transaction, and dropped with its text. */
import { fingerprintsOf } from '../../domain/reuse/fingerprints.ts';
import { bucketOf, type Entry, type Postings, withEntries, withoutOrdinals } from '../../domain/reuse/postings.ts';
import { type Database, type PostingsRow, db as shared, type WaitingRow } from '../db.ts';
import type { OutputRow } from '../rows/output.ts';

/** The stores that a transaction needs that writes or drops fingerprints. */
export const INDEX = (db: Database) => [db.fingerprints, db.postings, db.waiting];

/** Outputs that are put into the index as they come. Of more, each would write nearly every bucket anew. */
const FEW = 100;
/** Outputs that are put into it together, where many wait. */
const TOGETHER = 5_000;

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
  if (coming.length > FEW) await db.waiting.bulkAdd(coming);
  else await putPostings(db, coming);
}

function putPostings(db: Database, rows: readonly WaitingRow[]): Promise<void> {
  const entries = rows.flatMap(({ ordinal, fingerprints }) =>
    Array.from(fingerprints, (fingerprint) => ({ fingerprint, ordinal })),
  );
  const byBucket = Map.groupBy(entries, ({ fingerprint }) => bucketOf(fingerprint));
  return changeBuckets(db, byBucket, withEntries);
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
    await putPostings(db, rows);
    await db.waiting.where('ordinal').belowOrEqual(last.ordinal).delete();
    return rows.length;
  });
}

const hashOf = ({ hash }: OutputRow): string => hash;

/** Takes outputs out of the index. `outputs`: with the text that they were put in with. Called within a transaction. */
export async function dropFingerprints(db: Database, outputs: readonly OutputRow[]): Promise<void> {
  const rows = await db.fingerprints.where('hash').anyOf(outputs.map(hashOf)).toArray();
  const ordinals = new Set(rows.flatMap(({ ordinal }) => ordinal ?? []));
  if (ordinals.size === 0) return;
  const texts = outputs.map(({ content }) => content?.text ?? '');
  const buckets = new Map(texts.flatMap((text) => Array.from(fingerprintsOf(text), (each) => [bucketOf(each), []])));
  await db.fingerprints.bulkDelete([...ordinals]);
  await db.waiting.bulkDelete([...ordinals]);
  await changeBuckets(db, buckets, (postings) => postings && withoutOrdinals(postings, ordinals));
}

type Change = (postings: Postings | undefined, entries: readonly Entry[]) => Postings | undefined;

async function changeBuckets(db: Database, byBucket: ReadonlyMap<number, Entry[]>, change: Change): Promise<void> {
  const buckets = [...byBucket.keys()];
  const before = await db.postings.bulkGet(buckets);
  const after = buckets.map((bucket, at) => ({
    bucket,
    postings: change(before[at]?.postings, byBucket.get(bucket) ?? []),
  }));
  const isLeft = (row: (typeof after)[number]): row is PostingsRow => (row.postings?.length ?? 0) > 0;
  await db.postings.bulkPut(after.filter(isLeft));
  await db.postings.bulkDelete(after.filter((row) => !isLeft(row)).map(({ bucket }) => bucket));
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
    await db.waiting.bulkDelete(ordinals);
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
