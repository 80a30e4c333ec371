/** What stands around digits, and whether they can be a telephone number there. */
import { isAmount } from '../reading/amounts.ts';
import type { LabelKind } from '../reading/label-words.ts';
import { labelBefore } from '../reading/labels.ts';
import {
  DIGIT,
  isAsciiLetter,
  isCode,
  isDigit,
  isLetter,
  isLower,
  isUpper,
  kindOf,
  LATIN,
} from '../reading/letters.ts';
import { type Plain, type PlainStretch, plainWordsOf, unitAt } from '../reading/plain.ts';

/** What speaks for a number (`phone`), against it, or neither. */
export type PhoneVerdict = 'phone' | 'no' | 'open';

const DASH = 0x2d;
/** `$`, `€`, `£`, `¥`, `@`, `#`, `§`, `~`: what follows is an amount, a name or a place in a text. */
const SIGNS_BEFORE = new Set([0x24, 0x20ac, 0xa3, 0xa5, 0x40, 0x23, 0xa7]);
/** The longest word that is looked at. */
const LONGEST_WORD = 24;

/**
 * What the surroundings say of the digits from `start` to `end`. `isSolid`: without blanks or signs in them; `isListed`:
 * directly behind another number.
 */
export function verdictOn(
  plain: Plain,
  { start, end }: PlainStretch,
  isSolid: boolean,
  isListed: boolean,
): PhoneVerdict {
  const label = labelBefore(plain, start);
  if (label === 'phone') return isCodeBehind(plain, end) ? 'no' : 'phone';
  if (label === 'other' || label === 'tax' || label === 'card' || (label === 'person' && isSolid)) return 'no';
  if ((!isListed && isCodeBefore(plain, start, label)) || isCodeBehind(plain, end) || isAmount(plain, start, end))
    return 'no';
  return 'open';
}

/** Whether what stands directly before makes the digits part of a code, an address or an amount. */
function isCodeBefore(plain: Plain, start: number, label: LabelKind | undefined): boolean {
  const before = unitAt(plain, start - 1);
  if (SIGNS_BEFORE.has(before)) return true;
  if (kindOf(before) === LATIN) return isCodeWord(plain, start);
  const joined = isCode(unitAt(plain, start - 2));
  if (before === 0x5f || before === 0x2f || before === 0x3d || before === 0x5c) return joined && label === undefined;
  return before === DASH && joined && isHyphen(plain, start - 1);
}

/** A dash that is printed long stands between words, a hyphen within a code. */
function isHyphen({ original, from }: Plain, at: number): boolean {
  return '-\u2010\u2011'.includes(original.charAt(from[at] ?? 0));
}

/** Whether the letters directly before are no word: capitals, a single letter, or mixed with digits. */
function isCodeWord(plain: Plain, start: number): boolean {
  let from = start;
  while (start - from < LONGEST_WORD && kindOf(unitAt(plain, from - 1)) === LATIN) from--;
  const before = unitAt(plain, from - 1);
  const second = unitAt(plain, start - 1);
  if (start - from < 2 || isUpper(second)) return true;
  return kindOf(before) === DIGIT || before === 0x5f || before === DASH;
}

/** Whether what stands directly behind makes the digits part of a code, of a file's name or of an address. */
function isCodeBehind(plain: Plain, end: number): boolean {
  const [next, second] = [unitAt(plain, end), unitAt(plain, end + 1)];
  if (next === 0x40 || next === 0x25 || next === 0xb0) return true;
  if (next === 0x5f) return isCode(second);
  if (next === 0x2e) return isLower(second);
  // What a hyphen joins with digits is a question for those that know the groups.
  if (next === DASH) return isAsciiLetter(second) && !isWordAt(plain, end + 1);
  if (next === 0x2b || next === 0x3d) return isCode(second);
  return isAsciiLetter(next) && !isWordAt(plain, end);
}

/** A word of letters in small letters, not mixed with digits. */
function isWordAt(plain: Plain, start: number): boolean {
  let end = start;
  while (end - start < LONGEST_WORD && isLetter(unitAt(plain, end))) end++;
  const isSmall = isLower(unitAt(plain, end - 1)) || kindOf(unitAt(plain, end - 1)) !== LATIN;
  return end - start >= 3 && isSmall && !isDigit(unitAt(plain, end)) && unitAt(plain, end) !== 0x5f;
}

/** An extension behind a number: `ext. 12`, `int. 5`, `x31`. */
const EXTENSION =
  /^[ ,;(]{0,3}(?:ext(?:ension|n)?|x|int(?:erno)?|poste|durchwahl|dw|anexo|доб)[.:= ]{0,2}#?\d{1,6}(?!\d)\)?/iu;

/** Where a number ends, its extension with it. */
export function withExtension(plain: Plain, end: number): number {
  const found = EXTENSION.exec(plainWordsOf(plain, end, Math.min(plain.length, end + 28)));
  if (!found) return end;
  const opened = found[0].includes('(');
  return end + found[0].length - (found[0].endsWith(')') && !opened ? 1 : 0);
}
