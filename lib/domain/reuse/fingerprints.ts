/**
 * Winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local algorithms for document
 * fingerprinting"): of each window of shingles the one with the smallest hash stands for the text, so that two texts
 * that share a passage as long as a window share a fingerprint, wherever it stands in them.
 */
import { hashedWordsOf, mixed, type Words } from './words.ts';

/** Shingles of a window: a shared passage of `WINDOW + SHINGLE - 1` words is sure to be found. */
export const WINDOW = 5;

/** The hash of the shingle that begins at each word; the last words begin none. */
export function shinglesOf({ hashes, spans }: Words): Uint32Array {
  let count = hashes.length;
  while (count > 0 && count - 1 + (spans[count - 1] ?? 0) > hashes.length) count--;
  const shingles = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const end = Math.min(hashes.length, at + (spans[at] ?? 0));
    let hash = 0;
    for (let word = at; word < end; word++) hash = Math.imul(hash, 0x01000193) + (hashes[word] ?? 0) + 1;
    shingles[at] = mixed(hash);
  }
  return shingles;
}

/** The fingerprints among some shingles, each once. `window`: see `WINDOW`. */
export function winnow(shingles: Uint32Array, window = WINDOW): Uint32Array {
  const chosen = new Set<number>();
  for (let from = 0; from === 0 || from + window <= shingles.length; from++) {
    const least = leastOf(shingles, from, Math.min(shingles.length, from + window));
    if (least !== undefined) chosen.add(least);
  }
  return Uint32Array.from(chosen);
}

function leastOf(shingles: Uint32Array, from: number, to: number): number | undefined {
  let least: number | undefined;
  for (let at = from; at < to; at++) {
    const shingle = shingles[at] as number;
    if (least === undefined || shingle < least) least = shingle;
  }
  return least;
}

/** The fingerprints of a text, each once. */
export const fingerprintsOf = (text: string): Uint32Array => winnow(shinglesOf(hashedWordsOf(text)));
