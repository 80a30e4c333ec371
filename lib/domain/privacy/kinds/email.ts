/**
 * E-mail addresses, each from its `@` outwards. An address ends where the script changes: sentences without spaces go on
 * directly behind it.
 */
import { isDigit, isLetter, isLower, isUpper, kindOf, LATIN, MARK, SPACELESS } from '../reading/letters.ts';
import { type Plain, type PlainStretch, plainWordsOf, unitAt } from '../reading/plain.ts';
import { endOfHost } from './host.ts';

const AT = 0x40;
const DOT = 0x2e;
const UNDERSCORE = 0x5f;
/** RFC 5321, 4.5.3.1. */
const LONGEST_LOCAL = 64;
/** `._%+'-` */
const LOCAL_SIGNS = new Set([0x2e, 0x5f, 0x25, 0x2b, 0x27, 0x2d]);
/** What no address begins with, though one could; a quote or a list has it before the address. */
const TRIMMED = new Set([0x2e, 0x25, 0x2b, 0x27, 0x2d]);

/** Every address of a text. */
export function findEmails(plain: Plain): PlainStretch[] {
  const found: PlainStretch[] = [];
  let free = 0;
  for (let at = 1; at < plain.length; at++) {
    if (plain.units[at] !== AT) continue;
    const end = endOfHost(plain, at + 1);
    const least = Math.max(free, at - LONGEST_LOCAL);
    const start = end === undefined ? undefined : trimmed(plain, startOfLocal(plain, at, least), at, end);
    if (start === undefined || end === undefined || isNoPerson(plain, start, at, end)) continue;
    found.push({ start, end });
    free = end;
    at = end - 1;
  }
  return found;
}

function startOfLocal(plain: Plain, at: number, least: number): number {
  const isLatinHost = !isLetter(unitAt(plain, at + 1)) || kindOf(unitAt(plain, at + 1)) === LATIN;
  let script = 0;
  let start = at;
  for (; start > least; start--) {
    const unit = unitAt(plain, start - 1);
    if (unit === DOT && unitAt(plain, start) === DOT) break;
    const own = scriptOf(unit, isLatinHost);
    if (own === undefined || (own && script && own !== script)) break;
    script ||= own;
  }
  return script === SPACELESS ? lastWord(plain, start, at) : start;
}

/** The script that a character of an address is of; 0 if of any, undefined if no address has it. */
function scriptOf(unit: number, isLatinHost: boolean): number | undefined {
  if (isLetter(unit)) return kindOf(unit);
  // Digits at a Latin host are Latin, whatever stands before them.
  if (isDigit(unit)) return isLatinHost ? LATIN : 0;
  return kindOf(unit) === MARK || LOCAL_SIGNS.has(unit) ? 0 : undefined;
}

/** Without what stands around an address: `_anna@example.com_` is written in italics. */
function trimmed(plain: Plain, from: number, at: number, end: number): number | undefined {
  let start = from;
  const isEmphasis = unitAt(plain, end) === UNDERSCORE;
  while (start < at && (TRIMMED.has(unitAt(plain, start)) || (isEmphasis && unitAt(plain, start) === UNDERSCORE)))
    start++;
  return start < at ? start : undefined;
}

/** Words before which an address stands in Chinese: to, at, is, for, mailbox, contact, and. */
const BEFORE_ADDRESS = '给到至系向箱址是为和与及者';
/** A user's name in Chinese has up to as many characters; what is longer is a sentence. */
const LONGEST_SPACELESS = 6;
const USUAL_SPACELESS = 4;

function lastWord(plain: Plain, start: number, at: number): number {
  const run = plainWordsOf(plain, start, at);
  for (let place = run.length - 2; place >= 0; place--)
    if (BEFORE_ADDRESS.includes(run.charAt(place))) return start + place + 1;
  return run.length > LONGEST_SPACELESS ? at - USUAL_SPACELESS : start;
}

/** `git@host:path` is a repository, `logo@2x.png` a file. */
function isNoPerson(plain: Plain, start: number, at: number, end: number): boolean {
  const local = plainWordsOf(plain, start, at).toLowerCase();
  const next = unitAt(plain, end + 1);
  const isPath =
    unitAt(plain, end) === 0x3a && (isLower(next) || isUpper(next) || isDigit(next) || next === 0x2f || next === 0x7e);
  return (local === 'git' && isPath) || /^\d+x\./.test(plainWordsOf(plain, at + 1, Math.min(end, at + 8)));
}
