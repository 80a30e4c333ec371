/**
 * A text as a row of words, folded so that punctuation, quotes, case, accents, vowel signs that may be left out, widths
 * and invisible characters make no difference. Scripts without spaces between words are cut into their smallest readable
 * parts. Zod-free, no DOM.
 */

/** The words of a text, in order. */
export interface Words {
  /** A 32-bit hash of each folded word. */
  hashes: Uint32Array;
  /** Where each begins and ends in the text, in UTF-16 units. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** How much a word tells, from 0 to 1: short words are the common ones, in every language (Zipf's law of abbreviation). */
  weights: Float32Array;
  /** How many words on from here make up a shingle. */
  spans: Uint8Array;
}

/** Words of a shingle. Three survive edits of single words well, and are rare enough to tell texts apart. */
export const SHINGLE = 3;

/** Characters that a word may hold without being seen: soft hyphens, joiners, variation selectors, tags. */
const HIDDEN = /\p{Default_Ignorable_Code_Point}/gu;
/** Scripts whose characters are syllables or words: about two characters make up a word. */
const IDEOGRAPH = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC`;
/** Alphabets that are written without spaces: about three letters, with their marks, make up a word. */
const UNSPACED = String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}`;
const MARK = String.raw`\p{M}\p{Default_Ignorable_Code_Point}`;
const LETTER = String.raw`\p{L}\p{N}`;
const WORD = new RegExp(
  `(?:[${IDEOGRAPH}][${MARK}]*)|(?:(?![${MARK}])[${UNSPACED}][${MARK}]*)|(?:(?![${IDEOGRAPH}${UNSPACED}])[${LETTER}])(?:(?![${IDEOGRAPH}${UNSPACED}])[${LETTER}${MARK}])*`,
  'gu',
);
const IDEOGRAPHS_OF_SHINGLE = 5;
const LETTERS_OF_SHINGLE = 9;
const WEIGHT_OF_IDEOGRAPH = 0.4;
const WEIGHT_OF_LETTER = 0.2;

const PLAIN = /^[\0-\x7f]*$/;
/**
 * What a word may be written with or without: accents, the vowel points of Hebrew and Arabic (tashkeel, Quranic signs, the
 * hamza over and under a letter), and the stroke by which Arabic words are drawn out (tatweel).
 */
const OPTIONAL = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
/** Alef with wasla: NFKD leaves it, the other forms of alef it takes apart. */
const WASLA = /\u0671/g;

/** One form of a word: lower case, compatible characters as one, without what may be left out and what cannot be seen. */
function folded(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.replace(HIDDEN, '').normalize('NFKD').replace(OPTIONAL, '').replace(WASLA, '\u0627').toLowerCase();
}

/** Whether a text has any script that is written without spaces: most have not, and are read faster. */
const HAS_UNSPACED = new RegExp(`[${IDEOGRAPH}${UNSPACED}]`, 'u');
const SPACED_WORD = new RegExp(`[${LETTER}][${LETTER}${MARK}]*`, 'gu');
const IS_IDEOGRAPH = new RegExp(`^[${IDEOGRAPH}]`, 'u');
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/** How much a word tells, and how many words from it on make up a shingle. */
function kindOf(word: string, unspaced: boolean): [weight: number, span: number] {
  if (unspaced && IS_IDEOGRAPH.test(word)) return [WEIGHT_OF_IDEOGRAPH, IDEOGRAPHS_OF_SHINGLE];
  if (unspaced && IS_UNSPACED.test(word)) return [WEIGHT_OF_LETTER, LETTERS_OF_SHINGLE];
  return [weightOf(word), SHINGLE];
}

/** A character as source code of a page writes it, and an apostrophe that Unicode counts among letters: no word goes on in them. */
const BETWEEN = /&#?\w{1,8};|\u02bc/g;
const blank = (between: string): string => ' '.repeat(between.length);

/** The words of a text. Costs by its length alone. */
export function hashedWordsOf(written: string): Words {
  const text = written.replace(BETWEEN, blank);
  const starts: number[] = [];
  const ends: number[] = [];
  const hashes: number[] = [];
  const weights: number[] = [];
  const spans: number[] = [];
  const unspaced = !PLAIN.test(text) && HAS_UNSPACED.test(text);
  for (const { 0: found, index } of text.matchAll(unspaced ? WORD : SPACED_WORD)) {
    const word = folded(found);
    if (word === '') continue;
    const [weight, span] = kindOf(word, unspaced);
    starts.push(index);
    ends.push(index + found.length);
    hashes.push(hashOf(word));
    weights.push(weight);
    spans.push(span);
  }
  return {
    hashes: Uint32Array.from(hashes),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    weights: Float32Array.from(weights),
    spans: Uint8Array.from(spans),
  };
}

/** A word of six letters or more tells as much as one can; one of a single letter next to nothing. */
const weightOf = (word: string): number => Math.min(1, Math.max(0.1, (word.length - 1) / 5));

/** FNV-1a over UTF-16 units, mixed (MurmurHash3's finaliser) so that every bit of it may be used. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Spreads a number over all 32 bits (MurmurHash3's finaliser). */
export function mixed(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
