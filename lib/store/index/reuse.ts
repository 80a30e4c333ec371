/** Which output a text comes from. */
import { hashText } from '../../domain/output/hash.ts';
import type { Output } from '../../domain/output/output.ts';
import { winnow } from '../../domain/reuse/fingerprints.ts';
import { type Overlap, overlapOf, type Prepared, prepare, type Stretch } from '../../domain/reuse/overlap.ts';
import { bucketOf, holdersIn } from '../../domain/reuse/postings.ts';
import { rarities, STOCK } from '../../domain/reuse/rarity.ts';
import { hashedWordsOf, type Words } from '../../domain/reuse/words.ts';
import { type Database, db as shared } from '../db.ts';

/** An output that a text comes from, and how much of the text. Shares of its words, from 0 to 1; they add up to 1. */
export interface ReuseMatch {
  output: Output;
  /** True where it is that text as a whole, as outputs are told apart by their hash. */
  exact: boolean;
  kept: number;
  changed: number;
  added: number;
  /** The parts of the text that come from there, and the parts of the output that they come from: UTF-16 units. */
  stretches: Stretch[];
  /** How sure it is: comparable between the matches of one text. */
  score: number;
}

/** Outputs that are compared word by word. */
const MOST_COMPARED = 8;
/** An output that holds so much less than the foremost is not compared. */
const FAR_BEHIND = 0.25;
/** Postings that are counted. */
const MOST_HEARD = 6_000;
/** Fingerprints of a long text that are looked up, evenly over it. */
const MOST_LOOKED_UP = 256;
/** A text that is an output as a whole is recognised from so many words on; shorter ones anybody may write. */
const FEWEST_OF_WHOLE = 4;

/**
 * The outputs that a text comes from as a whole, in part or edited, the surest first; empty where it comes from none. Reads
 * only. `except`: a hash that is not asked about (an output's own).
 */
export async function findReuse(text: string, except?: string, db: Database = shared): Promise<ReuseMatch[]> {
  const words = hashedWordsOf(text);
  const own = prepare(words);
  if (words.hashes.length < FEWEST_OF_WHOLE) return [];
  const hash = await hashText(text);
  const tables = [db.outputs, db.fingerprints, db.postings];
  return db.transaction('r', tables, async () => {
    // Each way to the database and back costs more than what is read on it: as few of them as can be, one after the other.
    const [{ candidates, holders }, whole, last] = await Promise.all([
      lookUp(own, db),
      db.fingerprints.where({ hash }).first(),
      db.fingerprints.orderBy(':id').lastKey(),
    ]);
    const rows = await db.fingerprints.bulkGet(candidates);
    const hashes = new Set([whole, ...rows].flatMap((row) => (row && row.hash !== except ? row.hash : [])));
    const outputs = await db.outputs.bulkGet([...hashes]);
    const rarity = rarities(holders, Number(last ?? 0));
    const matches = outputs.flatMap((output) =>
      output?.content ? (matchOf(own, output, output.content.text, output.hash === hash, rarity) ?? []) : [],
    );
    return matches.sort(surestFirst);
  });
}

/** What holds most of a text's fingerprints, each by how rare it is; and how many hold each of them. */
async function lookUp({ shingles }: Prepared, db: Database) {
  const all = winnow(shingles);
  const every = Math.max(1, Math.ceil(all.length / MOST_LOOKED_UP));
  const asked = all.filter((_, at) => at % every === 0);
  const buckets = [...new Set(Array.from(asked, bucketOf))];
  const found = await db.postings.bulkGet(buckets);
  const byBucket = new Map(buckets.map((bucket, at) => [bucket, found[at]?.postings]));
  const holders = new Map<number, number>();
  const held: number[][] = [];
  for (const fingerprint of asked) {
    const postings = byBucket.get(bucketOf(fingerprint));
    const ordinals = postings ? holdersIn(postings, fingerprint) : [];
    holders.set(fingerprint, ordinals.length);
    if (ordinals.length < STOCK) held.push(ordinals);
  }
  return { candidates: foremost(held), holders };
}

/** The outputs that hold most of some fingerprints: each tells the more the fewer hold it, and the rarest are heard first. */
function foremost(held: readonly number[][]): number[] {
  const told = new Map<number, number>();
  let heard = 0;
  for (const ordinals of [...held].sort((a, b) => a.length - b.length)) {
    heard += ordinals.length;
    if (heard > MOST_HEARD && told.size > 0) break;
    for (const ordinal of ordinals) told.set(ordinal, (told.get(ordinal) ?? 0) + 1 / Math.sqrt(ordinals.length));
  }
  const order = [...told].sort((a, b) => b[1] - a[1]).slice(0, MOST_COMPARED);
  const least = FAR_BEHIND * (order[0]?.[1] ?? 0);
  return order.filter(([, votes]) => votes >= least).map(([ordinal]) => ordinal);
}

function matchOf(
  own: Prepared,
  output: Output,
  text: string,
  exact: boolean,
  rarity: ReturnType<typeof rarities>,
): ReuseMatch | undefined {
  const other = prepare(hashedWordsOf(text));
  const all = own.words.hashes.length;
  // A text that is an output as a whole needs no rare words for it.
  const overlap = overlapOf(own, other, exact ? undefined : rarity) ?? (exact ? wholeOf(all) : undefined);
  if (!overlap) return undefined;
  const { kept, changed, added, score } = overlap;
  const stretches = overlap.stretches.map((stretch) => inUnits(stretch, own.words, other.words));
  return { output, exact, kept: kept / all, changed: changed / all, added: added / all, stretches, score };
}

const wholeOf = (words: number): Overlap => ({
  score: 0,
  stretches: [{ from: 0, to: words, otherFrom: 0, otherTo: words }],
  kept: words,
  changed: 0,
  added: 0,
});

const inUnits = ({ from, to, otherFrom, otherTo }: Stretch, own: Words, other: Words): Stretch => ({
  from: own.starts[from] ?? 0,
  to: own.ends[to - 1] ?? 0,
  otherFrom: other.starts[otherFrom] ?? 0,
  otherTo: other.ends[otherTo - 1] ?? 0,
});

/** How much less sure a match may be for a verdict on it to count more. */
const AS_SURE = 0.95;

/** The surest; of those that are as sure as each other the one that somebody decided on, and then the newest. */
function surestFirst(a: ReuseMatch, b: ReuseMatch): number {
  if (a.exact !== b.exact) return a.exact ? -1 : 1;
  const sure = Math.min(a.score, b.score) >= AS_SURE * Math.max(a.score, b.score);
  if (!sure) return b.score - a.score;
  const decided = Number(b.output.decisions.length > 0) - Number(a.output.decisions.length > 0);
  return decided || (a.output.firstSeenAt < b.output.firstSeenAt ? 1 : -1);
}
