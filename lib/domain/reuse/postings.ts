/**
 * An inverted index in pieces that fit a database: which outputs hold a fingerprint. The foremost bits of a fingerprint name
 * the bucket that it lies in; a bucket is one array of pairs, a fingerprint and the ordinal of an output. Eight bytes a
 * posting, and one read for each bucket that is looked into.
 */
import { STOCK } from './rarity.ts';

/** The postings of one bucket. */
export type Postings = Uint32Array;
const SIZE = 2;

/**
 * 32,768 buckets: what one text touches is still little to read and write (1 KB a bucket among 100,000 outputs), and what
 * many touch together is still few rows.
 */
const BITS = 15;

/** The bucket that a fingerprint lies in. */
export const bucketOf = (fingerprint: number): number => fingerprint >>> (32 - BITS);

/** An output, by its ordinal, and the fingerprints of its text. */
export interface Fingerprinted {
  ordinal: number;
  fingerprints: Uint32Array;
}

/**
 * The postings of some outputs, bucket by bucket in their order. Sorted by counting, in typed arrays: of thousands of outputs
 * there are millions of postings.
 */
export function* bucketsOf(rows: readonly Fingerprinted[]): Generator<[bucket: number, postings: Postings]> {
  const starts = new Uint32Array(2 ** BITS + 1);
  for (const { fingerprints } of rows)
    for (const fingerprint of fingerprints) (starts[bucketOf(fingerprint) + 1] as number) += SIZE;
  for (let at = 1; at < starts.length; at += 1) (starts[at] as number) += starts[at - 1] as number;
  const [all, next] = [new Uint32Array(starts.at(-1) ?? 0), starts.slice()];
  for (const { ordinal, fingerprints } of rows)
    for (const fingerprint of fingerprints) {
      const bucket = bucketOf(fingerprint);
      const at = next[bucket] as number;
      all[at] = fingerprint;
      all[at + 1] = ordinal;
      next[bucket] = at + SIZE;
    }
  for (let bucket = 0; bucket + 1 < starts.length; bucket += 1) {
    const [from, to] = [starts[bucket] as number, starts[bucket + 1] as number];
    if (to > from) yield [bucket, all.subarray(from, to)];
  }
}

/** A bucket with more postings put in; of a fingerprint that so many outputs hold that it is a stock phrase no more are kept. */
export function withPostings(postings: Postings | undefined, more: Postings): Postings {
  const held = heldOf(postings, more);
  const start = postings?.length ?? 0;
  const all = new Uint32Array(start + more.length);
  if (postings) all.set(postings);
  let end = start;
  for (let at = 0; at < more.length; at += SIZE) {
    if (count(held, more[at] as number) > STOCK) continue;
    all.set(more.subarray(at, at + SIZE), end);
    end += SIZE;
  }
  return all.slice(0, end);
}

/** How many outputs hold each of the fingerprints of some postings. */
function heldOf(postings: Postings | undefined, more: Postings): Map<number, number> {
  const held = new Map<number, number>();
  for (let at = 0; at < more.length; at += SIZE) held.set(more[at] as number, 0);
  for (let at = 0; postings && at < postings.length; at += SIZE)
    if (held.has(postings[at] as number)) count(held, postings[at] as number);
  return held;
}

function count(held: Map<number, number>, fingerprint: number): number {
  const now = (held.get(fingerprint) ?? 0) + 1;
  held.set(fingerprint, now);
  return now;
}

/** A bucket without the entries of some outputs. */
export function withoutOrdinals(postings: Postings, ordinals: ReadonlySet<number>): Postings {
  const left: number[] = [];
  for (let at = 0; at < postings.length; at += SIZE)
    if (!ordinals.has(postings[at + 1] as number)) left.push(...postings.subarray(at, at + SIZE));
  return Uint32Array.from(left);
}

/** The ordinals of the outputs that hold a fingerprint. */
export function holdersIn(postings: Postings, fingerprint: number): number[] {
  const holders: number[] = [];
  for (let at = 0; at < postings.length; at += SIZE)
    if (postings[at] === fingerprint) holders.push(postings[at + 1] as number);
  return holders;
}
