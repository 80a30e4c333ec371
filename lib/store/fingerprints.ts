/** The index by which texts are recognised: written with an output, in the same transaction, and dropped with its text. */
import { fingerprintsOf } from '../domain/reuse/fingerprints.ts';
import { bucketOf, type Entry, withEntries, withoutOrdinals } from '../domain/reuse/postings.ts';
import { type Database, type OutputRow, type PostingsRow, db as shared } from './db.ts';

/** The stores that a transaction needs that writes or drops fingerprints. */
export const INDEX = (db: Database) => [db.fingerprints, db.postings];

/** Puts outputs into the index that have a text and are not in it yet. Called within a transaction. */
export async function putFingerprints(db: Database, outputs: readonly OutputRow[]): Promise<void> {
  const known = new Set(await db.fingerprints.where('hash').anyOf(outputs.map(hashOf)).primaryKeys());
  const held = new Set((await db.fingerprints.bulkGet([...known])).map((row) => row?.hash));
  const fresh = outputs.filter(({ hash, content }) => content && !held.has(hash));
  if (fresh.length === 0) return;
  const rows = fresh.map(({ hash, firstSeenAt }) => ({ hash, at: firstSeenAt }));
  const ordinals = (await db.fingerprints.bulkAdd(rows, { allKeys: true })) as number[];
  const entries = fresh.flatMap(({ content }, at) =>
    Array.from(fingerprintsOf(content?.text ?? ''), (fingerprint) => ({ fingerprint, ordinal: ordinals[at] ?? 0 })),
  );
  const byBucket = Map.groupBy(entries, ({ fingerprint }) => bucketOf(fingerprint));
  await changeBuckets(db, byBucket, withEntries);
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
  await changeBuckets(db, buckets, (postings) => postings && withoutOrdinals(postings, ordinals));
}

type Change = (postings: Uint16Array | undefined, entries: readonly Entry[]) => Uint16Array | undefined;

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

/** Outputs that are looked at in one transaction. */
const STEP = 50;

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
      rows.filter(({ firstSeenAt }) => firstSeenAt >= since),
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
    await db.fingerprints.bulkDelete(old.flatMap(({ ordinal }) => ordinal ?? []));
    return old.length;
  });
}
