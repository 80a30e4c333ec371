/**
 * How much of a text comes from another one. A local alignment over shingles: each word that a shared shingle covers
 * speaks for it, each other word against it, and the stretch with the highest sum (Kadane's; the local scores of Karlin and
 * Altschul 1990) is what comes from there, if the sum is more than chance makes of texts on the same subject.
 */
import { shinglesOf } from './fingerprints.ts';
import { SHINGLE, type Words } from './words.ts';

/** A stretch of a text that comes from another one. */
export interface Stretch {
  /** In words of the text: from, and up to but not with. */
  from: number;
  to: number;
  /** Where it comes from, in words of the other text. */
  otherFrom: number;
  otherTo: number;
}

/** How much of a text comes from another one. `kept + changed + added` are all of its words. */
export interface Overlap {
  /** Sum over the best stretch: how sure it is. */
  score: number;
  /** In the order of the text. */
  stretches: Stretch[];
  /** Words that are the other text's, in its order. */
  kept: number;
  /** Words that stand where the other text has different ones. */
  changed: number;
  /** Words that are not from there: put in between, or around it. */
  added: number;
}

/** How much a word that is not shared speaks against a stretch, beside one that is. */
const AGAINST = 0.55;
/** A sum that stretches of short texts which have nothing to do with each other do not reach, and how long a short text is. */
const ENOUGH = 6;
const SHORT_WORDS = 20;
/** By how much more for each time that a text is twice as long. */
const MORE = 1.5;
const MOST_ENOUGH = 12;
/** The same beside a stretch that is sure: a sentence of a few words. */
const ENOUGH_BESIDE = 3;
/** Share of a stretch's words that have to be the other text's in its order. */
const IN_ORDER = 0.5;

/** How many words of a language with spaces a text is as long as: of scripts without spaces, a part is less than a word. */
const lengthOf = ({ spans }: Words): number => spans.reduce((sum, span) => sum + SHINGLE / span, 0);

/**
 * The sum from which on a stretch counts. A longer text has more stretches, so that chance finds a higher sum in one of
 * them: it grows with the logarithm of the length, as with Karlin and Altschul.
 */
const enoughFor = (words: number): number =>
  Math.min(MOST_ENOUGH, ENOUGH + Math.max(0, MORE * Math.log2(words / SHORT_WORDS)));

/** A text made ready to be compared: once for each, however often it is. */
export interface Prepared {
  words: Words;
  shingles: Uint32Array;
}

export const prepare = (words: Words): Prepared => ({ words, shingles: shinglesOf(words) });

/** How much a shingle tells, from 0 (stock phrase) to 1 (in no other output); undefined where that is not known. */
type Rarity = (shingle: number) => number | undefined;

/** What of `text` comes from `other`, or undefined where nothing does for sure. */
export function overlapOf(text: Prepared, other: Prepared, rarity: Rarity = () => 1): Overlap | undefined {
  const places = placesOf(other.shingles);
  const told = toldOf(text, places, rarity);
  const { weights } = text.words;
  const best = bestStretch(weights, told, 0, told.length);
  if (!best || best.score < enoughFor(lengthOf(text.words))) return undefined;
  // That the text is used here is sure now: of the rest less has to be shared to come from there too.
  const rest = [
    ...furtherStretches(weights, told, 0, best.from),
    ...furtherStretches(weights, told, best.to, told.length),
  ];
  const overlap: Overlap = { score: best.score, stretches: [], kept: 0, changed: 0, added: told.length };
  const kept = take(overlap, best, text, other, places);
  // Phrases that stand in both, but not in this order, are no passage.
  if (kept < IN_ORDER * (best.to - best.from)) return undefined;
  for (const stretch of rest) take(overlap, stretch, text, other, places);
  overlap.stretches.sort((a, b) => a.from - b.from);
  return overlap;
}

function take(overlap: Overlap, { from, to }: Span, text: Prepared, other: Prepared, places: Places): number {
  const source = sourceOf(text, places, from, to);
  const [own, theirs] = [text.words.hashes.subarray(from, to), other.words.hashes.subarray(source.from, source.to)];
  const kept = commonWords(own, theirs);
  const changed = Math.max(0, Math.min(own.length, theirs.length) - kept);
  overlap.stretches.push({ from, to, otherFrom: source.from, otherTo: source.to });
  overlap.kept += kept;
  overlap.changed += changed;
  overlap.added -= kept + changed;
  return kept;
}

type Places = ReadonlyMap<number, number[]>;
interface Span {
  from: number;
  to: number;
}

/** What each word of the text tells: how rare the rarest shared shingle over it is; -1 where none is shared. */
function toldOf({ words, shingles }: Prepared, places: Places, rarity: Rarity): Float32Array {
  const rare = nearby(
    Array.from(shingles, (shingle) => (places.has(shingle) ? (rarity(shingle) ?? 'unknown') : 'none')),
  );
  const told = new Float32Array(words.hashes.length).fill(-1);
  for (const [at, value] of rare.entries()) {
    if (value === 'none') continue;
    const end = Math.min(told.length, at + (words.spans[at] ?? 0));
    for (let word = at; word < end; word++) told[word] = Math.max(told[word] ?? 0, value);
  }
  return told;
}

/** A shingle of which nothing is known is as rare as those known beside it: phrases are stock as a whole. */
function nearby(values: readonly (number | 'unknown' | 'none')[]): (number | 'none')[] {
  const before = carried(values);
  const after = carried([...values].reverse()).reverse();
  return values.map((value, at) => {
    if (value !== 'unknown') return value;
    const known = [before[at], after[at]].filter((near) => near !== undefined);
    return known.length > 0 ? known.reduce((sum, near) => sum + near, 0) / known.length : 1;
  });
}

/** For each place the last known value of the shared run that it stands in. */
function carried(values: readonly (number | 'unknown' | 'none')[]): (number | undefined)[] {
  let last: number | undefined;
  return values.map((value) => {
    if (value === 'none') last = undefined;
    else if (value !== 'unknown') last = value;
    return last;
  });
}

function placesOf(shingles: Uint32Array): Places {
  const places = new Map<number, number[]>();
  for (const [at, shingle] of shingles.entries()) {
    const known = places.get(shingle);
    if (known) known.push(at);
    else places.set(shingle, [at]);
  }
  return places;
}

function bestStretch(weights: Float32Array, told: Float32Array, start: number, end: number) {
  let best: (Span & { score: number }) | undefined;
  let sum = 0;
  let from = start;
  for (let at = start; at < end; at++) {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    const [rare, weight] = [told[at] ?? -1, weights[at] ?? 0];
    // A stock phrase that is shared speaks neither for nor against.
    sum += rare < 0 ? -AGAINST * weight : rare * weight;
    if (rare > 0 && sum > (best?.score ?? 0)) best = { score: sum, from, to: at + 1 };
  }
  return best;
}

/** What else of a part of the text comes from there, around the stretch that is sure. */
function furtherStretches(weights: Float32Array, told: Float32Array, start: number, end: number): Span[] {
  const best = bestStretch(weights, told, start, end);
  if (!best || best.score < ENOUGH_BESIDE) return [];
  return [...furtherStretches(weights, told, start, best.from), best, ...furtherStretches(weights, told, best.to, end)];
}

/** The part of the other text that a stretch comes from: where most of its shingles lie close together. */
function sourceOf({ words, shingles }: Prepared, places: Places, from: number, to: number): Span {
  const hits: Span[] = [];
  for (let at = from; at < Math.min(to, shingles.length); at++)
    for (const place of places.get(shingles[at] ?? 0) ?? [])
      hits.push({ from: place, to: place + (words.spans[at] ?? 0) });
  hits.sort((a, b) => a.from - b.from);
  // What an editor puts in makes the source shorter than the stretch, what is taken out longer.
  const reach = Math.ceil((to - from) * 1.5) + 8;
  let best: Span & { count: number } = { from: 0, to: 0, count: 0 };
  let low = 0;
  for (const [at, hit] of hits.entries()) {
    while ((hits[low]?.from ?? 0) < hit.from - reach) low++;
    if (at - low + 1 > best.count) best = { from: hits[low]?.from ?? 0, to: hit.to, count: at - low + 1 };
  }
  return best;
}

/**
 * How many words two rows have in common in the same order: the length of their longest common subsequence, 32 words at
 * a time (Crochemore, Iliopoulos, Pinzon and Reid 2001, "A fast and practical bit-vector algorithm").
 */
export function commonWords(a: Uint32Array, b: Uint32Array): number {
  const blocks = Math.ceil(a.length / 32);
  const masks = new Map<number, Int32Array>();
  for (const [at, word] of a.entries()) {
    const mask = masks.get(word) ?? new Int32Array(blocks);
    mask[at >>> 5] = (mask[at >>> 5] ?? 0) | (1 << (at & 31));
    masks.set(word, mask);
  }
  const row = new Uint32Array(blocks).fill(0xffffffff);
  for (const word of b) {
    const mask = masks.get(word);
    if (mask) step(row, mask);
  }
  let common = 0;
  for (let at = 0; at < a.length; at++) common += ((row[at >>> 5] ?? 0) >>> (at & 31)) & 1 ? 0 : 1;
  return common;
}

/** row = (row + (row & mask)) | (row & ~mask), over all blocks with carry. */
function step(row: Uint32Array, mask: Int32Array): void {
  let carry = 0;
  for (let block = 0; block < row.length; block++) {
    const value = row[block] ?? 0;
    const met = (value & (mask[block] ?? 0)) >>> 0;
    const sum = value + met + carry;
    carry = sum > 0xffffffff ? 1 : 0;
    row[block] = ((sum >>> 0) | (value & ~(mask[block] ?? 0))) >>> 0;
  }
}
