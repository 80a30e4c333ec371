/** VAT numbers: Italian ones also without their letters, those of other countries with theirs. */
import { isAmount } from '../reading/amounts.ts';
import { isSeparator, skipSeparators } from '../reading/groups.ts';
import { labelBefore } from '../reading/labels.ts';
import { isAsciiLetter, isCode, isDigit, isLower } from '../reading/letters.ts';
import { codeOf, type Plain, type PlainStretch, plainWordsOf, unitAt } from '../reading/plain.ts';
import { checkVat, VAT_PREFIXES } from './vat-checks.ts';

/** Between the parts of one: a dash with blanks around it. */
const MOST_BETWEEN = 3;
/** No body is longer (Lithuania, Sweden, the Netherlands), none shorter (Romania). */
const LONGEST_BODY = 12;
const SHORTEST_BODY = 6;
const ITALIAN = 11;
const HYPHEN = 0x2d;

interface VatNumbers {
  found: PlainStretch[];
  /** With a country's letters and in its form, but with a wrong check digit. */
  alike: PlainStretch[];
}

/** Every VAT number of a text. `region`: where the person works. */
export function findVatNumbers(plain: Plain, groups: readonly PlainStretch[], region?: string): VatNumbers {
  const numbers: VatNumbers = { found: [], alike: [] };
  findPrefixed(plain, numbers);
  for (let at = 0; at < groups.length; at++) {
    const last = lastOfItalian(plain, groups, at, region);
    if (last === undefined) continue;
    numbers.found.push({ start: groups[at]?.start ?? 0, end: groups[last]?.end ?? 0 });
    at = last;
  }
  return numbers;
}

function findPrefixed(plain: Plain, numbers: VatNumbers): void {
  for (let at = 0; at + SHORTEST_BODY < plain.length; at++) {
    if (!isAsciiLetter(plain.units[at] ?? 0) || isCode(unitAt(plain, at - 1))) continue;
    const word = plainWordsOf(plain, at, at + 3).toUpperCase();
    const prefix = VAT_PREFIXES.find((letters) => word.startsWith(letters));
    const read = prefix === undefined ? undefined : readPrefixed(plain, at, prefix);
    if (!read) continue;
    (read.holds ? numbers.found : numbers.alike).push(read);
    at = read.end - 1;
  }
}

/** The longest number behind a country's letters whose check holds, else the longest that is in their form. */
function readPrefixed(plain: Plain, start: number, prefix: string): (PlainStretch & { holds: boolean }) | undefined {
  const from = start + prefix.length;
  // `se 12345678`: a word of the language is in small letters, and apart. A hyphen holds `it-07632940859` together.
  const isApart = isLower(unitAt(plain, start)) && !isCode(unitAt(plain, from));
  const isHyphened = isApart && unitAt(plain, from) === HYPHEN && isDigit(unitAt(plain, from + 1));
  if (isApart && !isHyphened) return undefined;
  const { body, ends } = readBody(plain, from);
  let alike: (PlainStretch & { holds: boolean }) | undefined;
  for (let size = body.length; size >= SHORTEST_BODY; size--) {
    const end = ends[size - 1] ?? from;
    if (isCode(unitAt(plain, end)) && !mayBeGlued(plain, end)) continue;
    const holds = checkVat(prefix, body.slice(0, size));
    if (holds) return { start, end, holds };
    if (holds === false && !isHyphened) alike ??= { start, end, holds };
  }
  return alike;
}

/** The letters and digits from a place on, as many as a number can have, and where each ends. */
function readBody(plain: Plain, from: number): { body: string; ends: number[] } {
  const ends: number[] = [];
  let body = '';
  for (let end = from; body.length < LONGEST_BODY; ) {
    const next = skipSeparators(plain, end, MOST_BETWEEN);
    const unit = next === undefined ? 0 : unitAt(plain, next);
    if (next === undefined || !isCode(unit)) break;
    body += String.fromCharCode(unit).toUpperCase();
    end = next + 1;
    ends.push(end);
  }
  return { body, ends };
}

/** A word in small letters behind a number: `IT12345670017grazie`. */
const mayBeGlued = (plain: Plain, end: number): boolean =>
  isDigit(unitAt(plain, end - 1)) && isLower(unitAt(plain, end)) && isLower(unitAt(plain, end + 1));

/** The last group of an Italian number without its letters that begins with group `first`. */
function lastOfItalian(
  plain: Plain,
  groups: readonly PlainStretch[],
  first: number,
  region?: string,
): number | undefined {
  const head = groups[first];
  if (!head || head.end - head.start > ITALIAN || !mayBegin(plain, head.start)) return undefined;
  let size = head.end - head.start;
  let last = first;
  while (size < ITALIAN && isLinked(plain, groups[last], groups[last + 1])) {
    last++;
    size += (groups[last]?.end ?? 0) - (groups[last]?.start ?? 0);
  }
  const end = groups[last]?.end ?? 0;
  if (size !== ITALIAN) return undefined;
  const code = codeOf(plain, { start: head.start, end });
  if (!checkVat('IT', code)) return undefined;
  const label = labelBefore(plain, head.start);
  if (!endsThere(plain, end, label === 'tax')) return undefined;
  if (label === 'tax') return last;
  // Without a word that says so, a number in groups may be any, and so may one that some other word names.
  if (label || last > first || isAmount(plain, head.start, end)) return undefined;
  return region === undefined || ITALIAN_REGIONS.has(region) || isOffice(code) ? last : undefined;
}

/** Where numbers of eleven digits are hardly anything else. */
const ITALIAN_REGIONS = new Set(['IT', 'SM', 'VA']);

/** Digits eight to ten: the province of the office that gave it, or offices of the whole country. */
function isOffice(code: string): boolean {
  const office = Number(code.slice(7, 10));
  return (office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office);
}

/** Not as a part of a longer number, of an amount or of a telephone number; behind letters only if they say what it is. */
function mayBegin(plain: Plain, start: number): boolean {
  const before = unitAt(plain, start - 1);
  if (isAsciiLetter(before)) return labelBefore(plain, start) === 'tax';
  if (before === 0x2b || before === 0x23) return false;
  const isJoined = before === 0x2d || before === 0x2e || before === 0x2c || before === 0x2f || before === 0x5f;
  if (!isJoined || !isCode(unitAt(plain, start - 2))) return true;
  return labelBefore(plain, start) === 'tax' || isBehindCode(plain, start - 1);
}

/** The two codes of a company one behind the other, as forms have them: `RSSMRA85T10A562S/12345670017`. */
function isBehindCode(plain: Plain, joint: number): boolean {
  let from = joint;
  while (joint - from <= PERSONAL && isCode(unitAt(plain, from - 1))) from--;
  const code = plainWordsOf(plain, from, joint);
  return code.length === ITALIAN ? checkVat('IT', code) === true : PERSONAL_CODE.test(code);
}

/** A codice fiscale of a person. */
const PERSONAL = 16;
const PERSONAL_CODE = /^[a-z]{6}[\da-z]{9}[a-z]$/i;

/** Of what is named as one, no sign behind it makes a longer number: `P.IVA 12345670017/IT`. */
function endsThere(plain: Plain, end: number, isNamed: boolean): boolean {
  const [next, second] = [unitAt(plain, end), unitAt(plain, end + 1)];
  if (isCode(next)) return isLower(next) && isLower(second);
  return (
    isNamed || !((next === 0x2d || next === 0x2e || next === 0x2c || next === 0x5f || next === 0x2f) && isCode(second))
  );
}

function isLinked(plain: Plain, before: PlainStretch | undefined, next: PlainStretch | undefined): boolean {
  if (!before || !next || next.start - before.end > MOST_BETWEEN) return false;
  for (let at = before.end; at < next.start; at++) if (!isSeparator(unitAt(plain, at))) return false;
  return true;
}
