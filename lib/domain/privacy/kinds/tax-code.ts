/**
 * The Italian codice fiscale of a person. Where two people would have the same one, digits are replaced by letters
 * (omocodia); the check letter is computed over the characters as they stand.
 */
import { skipSeparators } from '../reading/groups.ts';
import { isAsciiLetter, isCode, isDigit, isLower, isUpper } from '../reading/letters.ts';
import { type Plain, type PlainStretch, plainWordsOf, unitAt } from '../reading/plain.ts';

/** Letter, digit (or the letter in its place), month. */
const SHAPE = 'LLLLLLDDMDDLDDDL';
/** The letters in place of 0 to 9. */
const OMOCODIA = 'LMNPQRSTUV';
const MONTHS = 'ABCDEHLMPRST';
/** What a character counts on an odd place: 0 to 9 as A to J, then K to Z. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
/** Between two characters of one that is written in groups or in boxes. */
const MOST_BETWEEN = 3;
/** Sentences hold letters in any order: of what is written in groups, or in small letters, some have to be digits. */
const FEWEST_DIGITS = 3;

interface TaxCodes {
  found: PlainStretch[];
  /** In the shape of one, but with a wrong check letter. */
  alike: PlainStretch[];
}

/** Every codice fiscale of a text. */
export function findTaxCodes(plain: Plain): TaxCodes {
  const codes: TaxCodes = { found: [], alike: [] };
  for (let at = 0; at + SHAPE.length <= plain.length; at++) {
    if (!isAsciiLetter(plain.units[at] ?? 0)) continue;
    const read = readTaxCode(plain, at);
    if (!read) continue;
    (read.holds ? codes.found : codes.alike).push(read);
    at = read.end - 1;
  }
  return codes;
}

function readTaxCode(plain: Plain, start: number): (PlainStretch & { holds: boolean }) | undefined {
  let code = '';
  let end = start;
  let gaps = 0;
  for (const kind of SHAPE) {
    const next = code ? skipSeparators(plain, end, MOST_BETWEEN) : start;
    if (next === undefined || (next > end && !mayPart(code.length, gaps))) return undefined;
    const character = String.fromCharCode(plain.units[next] ?? 0).toUpperCase();
    if (!fits(character, kind)) return undefined;
    if (next > end) gaps++;
    code += character;
    end = next + 1;
  }
  if (!standsFree(plain, start, end, code, gaps) || !isDay(code)) return undefined;
  return { start, end, holds: checkLetter(code) === code.charAt(15) };
}

/** Words of a text are parted anywhere; a code is behind these characters, or behind each. */
const mayPart = (read: number, gaps: number): boolean => GROUP_ENDS.has(read) || gaps >= read - 1;

/** Surname, name, year, month, day, place, check letter. */
const GROUP_ENDS = new Set([3, 6, 8, 9, 11, 12, 15]);

function fits(character: string, kind: string): boolean {
  if (kind === 'L') return character >= 'A' && character <= 'Z';
  if (kind === 'M') return MONTHS.includes(character);
  return (character >= '0' && character <= '9') || OMOCODIA.includes(character);
}

/** Not within a longer code. A word in small letters may be glued to one in capitals. */
function standsFree(plain: Plain, start: number, end: number, code: string, gaps: number): boolean {
  const digits = code.replace(/\D/g, '').length;
  const [before, after] = [unitAt(plain, start - 1), unitAt(plain, end)];
  const [first, last] = [unitAt(plain, start), unitAt(plain, end - 1)];
  if (digits < FEWEST_DIGITS && (gaps > 0 || isLower(first) || isLower(last))) return false;
  const isGluedBefore = isCode(before);
  if (isGluedBefore && !(digits >= FEWEST_DIGITS && isUpper(first) && (isLower(before) || isBehindLabel(plain, start))))
    return false;
  if (!isCode(after)) return true;
  return digits >= FEWEST_DIGITS && isUpper(last) && isLower(after) && !isDigit(after);
}

const isBehindLabel = (plain: Plain, start: number): boolean =>
  plainWordsOf(plain, start - 2, start) === 'CF' && !isCode(unitAt(plain, start - 3));

const digitOf = (character: string): number => {
  const place = OMOCODIA.indexOf(character);
  return place >= 0 ? place : Number(character);
};

/** Women have 40 added to the day of their birth. */
function isDay(code: string): boolean {
  const day = digitOf(code.charAt(9)) * 10 + digitOf(code.charAt(10));
  return (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
}

function checkLetter(code: string): string {
  let sum = 0;
  for (let place = 0; place < 15; place++) {
    const character = code.charCodeAt(place);
    const value = character >= 0x41 ? character - 0x41 : character - 0x30;
    sum += place % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return String.fromCharCode(0x41 + (sum % 26));
}
