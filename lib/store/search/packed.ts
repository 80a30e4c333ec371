/**
 * The words of some thousands of outputs, packed to be read back at once: a library's own form of them took half a second for each
 * shard to be made an index again, and ten times the room. Pure.
 */

/** As it is written down. */
export interface PackedWords {
  /** The outputs, a line each: others tell of them by their line. */
  hashes: string;
  /** All words of any of them in the order of their letters, a line each. */
  terms: string;
  /** Where the outputs of each word begin in `holders`, and where the last one's end. */
  starts: Uint32Array;
  /** The lines of the outputs that hold a word, word after word. */
  holders: Uint16Array;
}

/** The same, as it is asked. */
export interface OpenWords {
  hashes: readonly string[];
  terms: readonly string[];
  starts: Uint32Array;
  holders: Uint16Array;
}

const byLetters = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Packs outputs, each with its words; 65,536 of them at most. */
export function packWords(outputs: ReadonlyMap<string, Iterable<string>>): PackedWords {
  const lines = new Map<string, number[]>();
  for (const [line, terms] of [...outputs.values()].entries())
    for (const term of new Set(terms)) {
      const held = lines.get(term);
      if (held) held.push(line);
      else lines.set(term, [line]);
    }
  const sorted = [...lines].sort(([one], [other]) => byLetters(one, other));
  const starts = new Uint32Array(sorted.length + 1);
  for (const [at, [, held]] of sorted.entries()) starts[at + 1] = (starts[at] ?? 0) + held.length;
  const holders = new Uint16Array(starts.at(-1) ?? 0);
  for (const [at, [, held]] of sorted.entries()) holders.set(held, starts[at]);
  return { hashes: [...outputs.keys()].join('\n'), terms: sorted.map(([term]) => term).join('\n'), starts, holders };
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

export const openWords = ({ hashes, terms, ...held }: PackedWords): OpenWords => ({
  ...{ hashes: linesOf(hashes), terms: linesOf(terms), ...held },
});

/** What was packed: each output with its words. */
export function unpackWords(packed: PackedWords): Map<string, string[]> {
  const { hashes, terms, starts, holders } = openWords(packed);
  const outputs = new Map(hashes.map((hash) => [hash, [] as string[]]));
  for (const [at, term] of terms.entries())
    for (const line of holders.subarray(starts[at], starts[at + 1])) outputs.get(hashes[line] ?? '')?.push(term);
  return outputs;
}

/** The first word that is not before some letters. */
function firstFrom(terms: readonly string[], letters: string): number {
  let [from, to] = [0, terms.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((terms[middle] ?? '') < letters) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** After all letters that a word may have. */
const AFTER = '\uffff';

/** The outputs in which each of some terms begins a word. */
export function holdersOf({ hashes, terms, starts, holders }: OpenWords, asked: readonly string[]): string[] {
  // Of each output, how many of the terms it is known to hold: it has to hold those before to hold one more.
  const held = new Uint16Array(hashes.length);
  const found: number[] = [];
  const each = [...new Set(asked)];
  for (const [done, term] of each.entries()) {
    const isLast = done === each.length - 1;
    const end = starts[firstFrom(terms, term + AFTER)] ?? 0;
    for (let at = starts[firstFrom(terms, term)] ?? 0; at < end; at += 1) {
      const line = holders[at] ?? 0;
      if (held[line] !== done) continue;
      held[line] = done + 1;
      if (isLast) found.push(line);
    }
  }
  return found.sort((one, other) => one - other).map((line) => hashes[line] ?? '');
}
