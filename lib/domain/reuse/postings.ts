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

/** Outputs, by ordinal, to whose text the fingerprints of a bucket belong. */
export interface Entry {
  fingerprint: number;
  ordinal: number;
}

/** A bucket with entries put in; of a fingerprint that so many outputs hold that it is a stock phrase no more are kept. */
export function withEntries(postings: Postings | undefined, entries: readonly Entry[]): Postings {
  const held = heldOf(postings, entries);
  const fresh = entries.filter(({ fingerprint }) => count(held, fingerprint) <= STOCK);
  const start = postings?.length ?? 0;
  const all = new Uint32Array(start + fresh.length * SIZE);
  if (postings) all.set(postings);
  for (const [at, { fingerprint, ordinal }] of fresh.entries()) {
    all[start + at * SIZE] = fingerprint;
    all[start + at * SIZE + 1] = ordinal;
  }
  return all;
}

/** How many outputs hold each of the entries' fingerprints. */
function heldOf(postings: Postings | undefined, entries: readonly Entry[]): Map<number, number> {
  const held = new Map(entries.map(({ fingerprint }) => [fingerprint, 0]));
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
