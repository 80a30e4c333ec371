/** What kind of character a UTF-16 unit is. Each is looked up once; after that it costs one read of a table. */

/** No letter and no digit. */
export const NO_LETTER = 1;
export const DIGIT = 2;
export const LATIN = 3;
/** Letters of scripts that put spaces between words: Greek, Cyrillic, Arabic, Hebrew, Devanagari and so on. */
const SPACED = 4;
/** Letters of scripts that put none: Chinese characters, Hiragana, Thai, Lao, Khmer, Burmese, Tibetan. */
export const SPACELESS = 5;
/** Katakana stands in sentences without spaces, but a word of it ends where the Katakana ends. */
export const KATAKANA = 6;
/** A Korean name has its particle behind it without a space. */
export const HANGUL = 7;
/** An accent that stands behind its letter. */
export const MARK = 8;

const kinds = new Uint8Array(0x10000);
const LETTER = /\p{L}/u;
const LATIN_SCRIPT = /\p{Script=Latin}/u;
const KATAKANA_SCRIPT = /[\p{Script=Katakana}\u30FC]/u;
const HANGUL_SCRIPT = /\p{Script=Hangul}/u;
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** The kind of a unit. A digit is an ASCII digit: `readPlain` has made all others into those. */
export function kindOf(unit: number): number {
  const known = kinds[unit];
  if (known) return known;
  const kind = lookUp(unit);
  kinds[unit] = kind;
  return kind;
}

function lookUp(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  // Halves of characters beyond the first plane: the further Chinese ones, and letters of rare scripts.
  if (unit >= 0xd840 && unit <= 0xd888) return SPACELESS;
  if (unit >= 0xd800 && unit <= 0xdfff) return NO_LETTER;
  const character = String.fromCharCode(unit);
  if (/\p{M}/u.test(character)) return MARK;
  // U+1160 to U+11FF: the later letters of a Korean syllable that was taken apart.
  if (unit >= 0x1160 && unit <= 0x11ff) return MARK;
  if (NO_SPACES.test(character)) return SPACELESS;
  if (KATAKANA_SCRIPT.test(character)) return KATAKANA;
  if (!LETTER.test(character)) return NO_LETTER;
  if (HANGUL_SCRIPT.test(character)) return HANGUL;
  return LATIN_SCRIPT.test(character) ? LATIN : SPACED;
}

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
export const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;
export const isLower = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
/** A letter from A to Z. */
export const isAsciiLetter = (unit: number): boolean => isUpper(unit) || isLower(unit);
/** What codes are made of. */
export const isCode = (unit: number): boolean => isDigit(unit) || isAsciiLetter(unit);
export const isLetter = (unit: number): boolean => {
  const kind = kindOf(unit);
  return kind >= LATIN && kind <= HANGUL;
};
