/** Account numbers (ISO 13616): the country's own length and shape, and the check digits decide. */

import { isSeparator, skipSeparators } from '../reading/groups.ts';
import { isAsciiLetter, isCode, isDigit, isLower, isUpper } from '../reading/letters.ts';
import { codeOf, type Plain, type PlainStretch, plainWordsOf, unitAt } from '../reading/plain.ts';
import { IBAN_SHAPES } from './iban-countries.ts';

/** `IT60 - X054`: a dash with blanks around it. Two blanks and a break around a pipe are a table's. */
const MOST_BETWEEN = 3;

interface Ibans {
  found: PlainStretch[];
  /** In the shape of one, but with wrong check digits: no part of it is a number of another kind. */
  alike: PlainStretch[];
}

/** Every IBAN of a text, however it is spaced. */
export function findIbans(plain: Plain): Ibans {
  const ibans: Ibans = { found: [], alike: [] };
  let free = -1;
  for (let at = 0; at + 4 < plain.length; at++) {
    const second = secondLetter(plain, at);
    // One may stand directly behind another.
    if (second === undefined || (at !== free && !mayBegin(plain, at))) continue;
    const read = readIban(plain, at, second);
    if (!read) continue;
    (read.holds ? ibans.found : ibans.alike).push(read);
    free = read.end;
    at = read.end - 1;
  }
  return ibans;
}

/** Where the country's second letter stands: beside the first, or, in a form with a box for each character, apart. */
function secondLetter({ units }: Plain, at: number): number | undefined {
  if (!isAsciiLetter(units[at] ?? 0)) return undefined;
  if (isAsciiLetter(units[at + 1] ?? 0)) return at + 1;
  const isApart = isSeparator(units[at + 1] ?? 0) && isSeparator(units[at + 3] ?? 0);
  return isApart && isAsciiLetter(units[at + 2] ?? 0) ? at + 2 : undefined;
}

/** Not within a word or a longer code; but directly behind the word `IBAN` it may stand. */
function mayBegin(plain: Plain, at: number): boolean {
  if (!isCode(unitAt(plain, at - 1))) return true;
  return plainWordsOf(plain, at - 4, at).toLowerCase() === 'iban' && !isCode(unitAt(plain, at - 5));
}

function readIban(plain: Plain, start: number, second: number): (PlainStretch & { holds: boolean }) | undefined {
  const country = codeOf(plain, { start, end: second + 1 });
  const shape = IBAN_SHAPES.get(country);
  if (!shape) return undefined;
  const whole = `nn${shape}`;
  let code = '';
  let end = second + 1;
  for (const kind of whole) {
    const next = nextPart(plain, end, code.length, country);
    if (next === undefined) return undefined;
    const unit = plain.units[next] ?? 0;
    if (!fits(unit, kind)) return undefined;
    code += String.fromCharCode(unit);
    end = next + 1;
  }
  if (goesOn(plain, end)) return undefined;
  return { start, end, holds: remainder97(code.slice(2) + country + code.slice(0, 2)) === 1 };
}

/** Where the Italian forms name a part: the check character, the bank, its branch, the account. */
const NAMED_PARTS = new Set([0, 2, 3, 8, 13]);
const PART_NAMES = /^(?:cin(?: eur)?|abi|cab|(?:n[.°]? ?|num\.? ?|nr\.? ?)?(?:conto|c\/c|cc)(?: n[.°]?)?)[ :.|-]{1,3}/i;

/** Where the next character stands: behind blanks and dashes, and behind the name of a part, as banks print it. */
function nextPart(plain: Plain, end: number, read: number, country: string): number | undefined {
  const next = skipSeparators(plain, end, MOST_BETWEEN);
  if (next === undefined || !(country === 'IT' || country === 'SM') || !NAMED_PARTS.has(read)) return next;
  const name = PART_NAMES.exec(plainWordsOf(plain, next, next + LONGEST_PART_NAME))?.[0];
  return name === undefined ? next : next + name.length;
}
const LONGEST_PART_NAME = 16;

function fits(unit: number, kind: string): boolean {
  if (kind === 'n') return isDigit(unit);
  return kind === 'a' ? isAsciiLetter(unit) : isCode(unit);
}

/** A digit directly behind it makes it longer than the country's are; a word may be glued to it. */
function goesOn(plain: Plain, end: number): boolean {
  const [last, next] = [unitAt(plain, end - 1), unitAt(plain, end)];
  if (isDigit(next)) return true;
  if (!isAsciiLetter(next)) return false;
  return !isDigit(last) && !(isUpper(last) && isLower(next));
}

/** ISO 7064 MOD 97-10, letters as 10 to 35. */
function remainder97(code: string): number {
  let rest = 0;
  for (const character of code) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
