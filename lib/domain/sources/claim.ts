/**
 * What an answer says a source says, and whether it stands there. `close` compares words, not meaning: it says that a
 * person will find the matter there, not that the answer has it right.
 */
import { fold } from '../anchoring/folding.ts';
import { Points } from '../anchoring/points.ts';
import { normaliseText } from '../output/text.ts';

/** Fewer words than these say too little by themselves: the sentence before is taken along. */
const FEWEST_WORDS = 5;
/** Longest part of a text that is looked at for a sentence; UTF-16 units. */
const LONGEST = 1_200;
/** Marks of citations that stand in a text as words: [1], 【2†source】, ¹. */
const MARKS = /\[\s*\d+(?:\s*[,;–-]\s*\d+)*\s*\]|【[^】]{0,40}】|[⁰¹²³⁴-⁹]+/gu;

/**
 * The sentence or two that end where a citation stands. `at`: code points of the normalised text. Undefined where there
 * is none.
 */
export function claimBefore(text: string, at: number): string | undefined {
  const folded = fold(text);
  const unit = new Points(folded.text).unitAt(at);
  const end = unit > 0 ? (folded.ends[unit - 1] ?? 0) : 0;
  const sentences = text
    .slice(Math.max(0, end - LONGEST), end)
    .split('\n')
    .flatMap(sentencesOf);
  const claim: string[] = [];
  for (const sentence of sentences.reverse()) {
    claim.unshift(sentence);
    if (wordsOf(claim.join(' ')).length >= FEWEST_WORDS || claim.length === 2) break;
  }
  return claim.length > 0 ? claim.join(' ') : undefined;
}

function sentencesOf(line: string): string[] {
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(line)];
  return parts
    .map(({ segment }) => normaliseText(segment.replace(MARKS, ' ')))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** Parts of the claim's words that must stand together in a source for it to be close. */
const ENOUGH = 0.6;
/** Words of its own that a claim must have to be compared by words. */
const FEWEST_TELLING = 4;
/** Letters by which a word is compared: what comes after is inflection. */
const STEM = 6;

/** A source's text, prepared once for all claims on it. */
interface SourceText {
  plain: string;
  words: string[];
}
export function sourceText(text: string): SourceText {
  const plain = plainOf(text);
  return { plain, words: wordsOf(plain) };
}

/** Whether a claim stands in a source: its words, most of its words together with all its numbers, or neither. */
export function findClaim(claim: string, { plain, words }: SourceText): 'exact' | 'close' | 'not_found' | undefined {
  const said = plainOf(claim).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%€$£]+$/gu, '');
  const own = wordsOf(said);
  const telling = new Set(own.filter(tells).map(stem));
  if (own.length < FEWEST_WORDS && telling.size < FEWEST_TELLING) return undefined;
  if (plain.includes(said)) return 'exact';
  if (telling.size < FEWEST_TELLING) return 'not_found';
  return standsTogether(telling, words, Math.max(40, 3 * own.length)) ? 'close' : 'not_found';
}

/** One form of what is written in many: case, quotation marks, dashes. */
const plainOf = (text: string): string =>
  normaliseText(text)
    .toLowerCase()
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐-―−]/g, '-');

function wordsOf(text: string): string[] {
  const parts = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return [...parts].flatMap(({ segment, isWordLike }) => (isWordLike ? numbered(segment) : []));
}

/** Numbers without what groups their digits, which differs from country to country. */
const numbered = (word: string): string =>
  /^\d{1,3}([.,'’]\d{3})+$/.test(word)
    ? word.replace(/\D/g, '')
    : /^\d+,\d+$/.test(word)
      ? word.replace(',', '.')
      : word;

const isNumber = (word: string): boolean => /\d/.test(word);
/** Short words of alphabets are of the grammar more than of the matter. */
const tells = (word: string): boolean => isNumber(word) || word.length >= 4 || !/^[\p{Script=Latin}']+$/u.test(word);
const stem = (word: string): string => (isNumber(word) ? word : word.slice(0, STEM));

/** Whether enough of some words, and every number among them, stand within `width` words of a text. */
function standsTogether(wanted: ReadonlySet<string>, text: readonly string[], width: number): boolean {
  const numbers = [...wanted].filter(isNumber);
  const within = new Map<string, number>();
  const count = (word: string | undefined, by: 1 | -1) => {
    const known = word === undefined ? '' : stem(word);
    if (!wanted.has(known)) return;
    const now = (within.get(known) ?? 0) + by;
    if (now > 0) within.set(known, now);
    else within.delete(known);
  };
  for (let at = 0; at < text.length; at++) {
    count(text[at], 1);
    count(text[at - width], -1);
    if (within.size >= ENOUGH * wanted.size && numbers.every((number) => within.has(number))) return true;
  }
  return false;
}
