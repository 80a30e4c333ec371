/**
 * An inverted index in pieces that fit a database: which outputs hold a fingerprint. The upper half of a fingerprint names
 * the bucket that it lies in; a bucket is one array of triples: the lower half, and the output's ordinal in two halves.
 * Six bytes a posting, and one read for each fingerprint that is looked up.
 */
import { STOCK } from './rarity.ts';

/** The postings of one bucket. */
export type Postings = Uint16Array;
const SIZE = 3;

/** The bucket that a fingerprint lies in. */
export const bucketOf = (fingerprint: number): number => fingerprint >>> 16;

/** Outputs, by ordinal, to whose text the fingerprints of a bucket belong. */
export interface Entry {
  fingerprint: number;
  ordinal: number;
}

/** A bucket with entries put in; of a fingerprint that so many outputs hold that it is a stock phrase no more are kept. */
export function withEntries(postings: Postings | undefined, entries: readonly Entry[]): Postings {
  const held = new Map<number, number>();
  for (let at = 0; postings && at < postings.length; at += SIZE) count(held, postings[at] ?? 0);
  const fresh = entries.filter(({ fingerprint }) => count(held, fingerprint & 0xffff) <= STOCK);
  const start = postings?.length ?? 0;
  const all = new Uint16Array(start + fresh.length * SIZE);
  if (postings) all.set(postings);
  for (const [at, { fingerprint, ordinal }] of fresh.entries())
    all.set([fingerprint & 0xffff, ordinal >>> 16, ordinal & 0xffff], start + at * SIZE);
  return all;
}

function count(held: Map<number, number>, rest: number): number {
  const now = (held.get(rest) ?? 0) + 1;
  held.set(rest, now);
  return now;
}

/** A bucket without the entries of some outputs. */
export function withoutOrdinals(postings: Postings, ordinals: ReadonlySet<number>): Postings {
  const left: number[] = [];
  for (let at = 0; at < postings.length; at += SIZE)
    if (!ordinals.has(ordinalAt(postings, at))) left.push(...postings.subarray(at, at + SIZE));
  return Uint16Array.from(left);
}

/** The ordinals of the outputs that hold a fingerprint. */
export function holdersIn(postings: Postings, fingerprint: number): number[] {
  const holders: number[] = [];
  for (let at = 0; at < postings.length; at += SIZE)
    if (postings[at] === (fingerprint & 0xffff)) holders.push(ordinalAt(postings, at));
  return holders;
}

const ordinalAt = (postings: Postings, at: number): number =>
  (((postings[at + 1] ?? 0) << 16) | (postings[at + 2] ?? 0)) >>> 0;
