/** Passages of an output that were put in elsewhere: how much of them is left, and what stands there in a corrected text. */
import { overlapOf, prepare } from './overlap.ts';
import { hashedWordsOf, type Words } from './words.ts';

/** A part of a text, in UTF-16 units. */
interface Part {
  from: number;
  to: number;
}

/** The parts of a text, one after the other. */
export const textBetween = (text: string, parts: readonly Part[]): string =>
  parts.map(({ from, to }) => text.slice(from, to)).join('\n\n');

/** Share of a passage's words that are left in a text, to a thousandth; 0 where it cannot be recognised in it any more. */
export function shareKept(passage: string, text: string): number {
  const [own, now] = [prepare(hashedWordsOf(passage)), prepare(hashedWordsOf(text))];
  const all = own.words.hashes.length;
  if (all === 0) return 0;
  const overlap = overlapOf(now, own);
  if (!overlap) return sameWords(own.words, now.words) ? 1 : 0;
  return Math.min(1, Math.round((1_000 * overlap.kept) / all) / 1_000);
}

const sameWords = (a: Words, b: Words): boolean => a.hashes.join() === b.hashes.join();

/** Where a part of the text covers nearly all of it, all of the corrected one takes its place. */
const NEARLY_ALL = 0.9;

/**
 * What stands in a corrected text where parts of the text stood: from the sentence that the first word of each went to, up to
 * that of its last. All of it where nearly all of the text was taken, or where nothing tells what stands there now.
 */
export function translated(text: string, corrected: string, parts: readonly Part[]): string {
  const taken = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  if (taken >= NEARLY_ALL * text.trim().length) return corrected;
  const overlap = overlapOf(prepare(hashedWordsOf(corrected)), prepare(hashedWordsOf(text)));
  if (!overlap) return corrected;
  const words = sharedPlaces(hashedWordsOf(text), hashedWordsOf(corrected));
  const pieces = parts.map((part) => pieceOf(corrected, part, words));
  return pieces.some((piece) => piece === undefined) ? corrected : pieces.join('\n\n');
}

/** Where each word that both texts have in the same order ends and begins in them: pairs of places, ascending. */
function sharedPlaces(one: Words, other: Words): { at: number; there: number }[] {
  const pairs: { at: number; there: number }[] = [{ at: 0, there: 0 }];
  const reach = Math.abs(one.hashes.length - other.hashes.length) + 40;
  let next = 0;
  for (const [word, hash] of one.hashes.entries()) {
    const end = Math.min(other.hashes.length, next + reach);
    for (let at = next; at < end; at++) {
      // Two words that follow one another: one alone may stand anywhere.
      if (other.hashes[at] !== hash || other.hashes[at + 1] !== one.hashes[word + 1]) continue;
      pairs.push({ at: one.starts[word] ?? 0, there: other.starts[at] ?? 0 });
      next = at + 1;
      break;
    }
  }
  return pairs;
}

const SENTENCE_END = /[.!?。！？…]["'”’»)\]]*(?=\s|$)|\n+/gu;

function pieceOf(corrected: string, { from, to }: Part, pairs: { at: number; there: number }[]): string | undefined {
  const before = pairs.findLast(({ at }) => at <= from);
  const after = pairs.find(({ at }) => at >= to);
  const start = sentenceStart(corrected, before?.there ?? 0);
  const last = pairs.findLast(({ at }) => at < to)?.there ?? start;
  const end = Math.min(sentenceEnd(corrected, last), after ? Math.max(last, after.there) : corrected.length);
  return end > start ? corrected.slice(start, end).trim() : undefined;
}

function sentenceStart(text: string, at: number): number {
  const ends = [...text.slice(0, at).matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  return ends.at(-1) ?? 0;
}

function sentenceEnd(text: string, from: number): number {
  const match = new RegExp(SENTENCE_END.source, 'u').exec(text.slice(from));
  return match ? from + match.index + match[0].length : text.length;
}
