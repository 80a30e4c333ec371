/**
 * A text as the scanners read it: every kind of space, dash, apostrophe and digit is one kind, entities and `%40` are
 * the characters that they stand for, and what nobody sees is not there. Each unit knows the place in the text that it
 * comes from. One pass, whatever the text.
 */
import { entityAt, escapedAt, percentAt, type Written } from './written.ts';

export interface Plain {
  /** The text as it was. */
  original: string;
  /** How many units there are. */
  length: number;
  units: Uint16Array;
  /** For each unit where it begins in the original, and where the original goes on behind it. */
  from: Uint32Array;
  to: Uint32Array;
}

/** A stretch of units: `end` is behind the last. */
export interface PlainStretch {
  start: number;
  end: number;
}

const SPACE = 0x20;
const BREAK = 0x0a;
const UNSEEN = 0;

/** Reads a text. */
export function readPlain(original: string): Plain {
  const size = original.length;
  const plain: Plain = {
    original,
    length: 0,
    units: new Uint16Array(size),
    from: new Uint32Array(size),
    to: new Uint32Array(size),
  };
  for (let at = 0; at < size; ) {
    const unit = original.charCodeAt(at);
    const written = unit < 0x80 ? writtenAt(original, at, unit) : undefined;
    if (written) at = putWritten(plain, written, at);
    else if (unit >= 0xd800 && unit <= 0xdbff) at = putPair(plain, original, at);
    else {
      put(plain, foldUnit(unit), at, at + 1);
      at++;
    }
  }
  return plain;
}

/** The units of a stretch as a string: for small ones. */
export function plainWordsOf({ units }: Plain, start: number, end: number): string {
  return String.fromCharCode(...units.subarray(Math.max(0, start), end));
}

/** The digits and letters of a stretch, without what separates them. */
export function codeOf({ units }: Plain, { start, end }: PlainStretch): string {
  let code = '';
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? 0;
    if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a))
      code += String.fromCharCode(unit);
  }
  return code.toUpperCase();
}

/** The unit at a place; 0 outside of the text. */
export const unitAt = ({ units, length }: Plain, at: number): number => (at >= 0 && at < length ? (units[at] ?? 0) : 0);

function put(plain: Plain, unit: number, from: number, to: number): void {
  if (unit === UNSEEN) return;
  plain.units[plain.length] = unit;
  plain.from[plain.length] = from;
  plain.to[plain.length] = to;
  plain.length++;
}

function writtenAt(text: string, at: number, unit: number): Written | undefined {
  if (unit === 0x26) return entityAt(text, at);
  if (unit === 0x25) return percentAt(text, at);
  return unit === 0x5c ? escapedAt(text, at) : undefined;
}

function putWritten(plain: Plain, { character, end }: Written, at: number): number {
  if (character.length === 1) put(plain, foldUnit(character.charCodeAt(0)), at, end);
  else for (let half = 0; half < 2; half++) put(plain, character.charCodeAt(half), at, end);
  return end;
}

/** A character of two units. Letters and digits of mathematics are those that they look like. */
function putPair(plain: Plain, text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  if (point < 0x10000) {
    put(plain, 0xfffd, at, at + 1);
    return at + 1;
  }
  const end = at + 2;
  if (IGNORED.test(String.fromCodePoint(point))) return end;
  const folded = point >= 0x1d400 && point <= 0x1d7ff ? String.fromCodePoint(point).normalize('NFKC') : '';
  if (folded.length === 1) put(plain, foldUnit(folded.charCodeAt(0)), at, end);
  else {
    put(plain, text.charCodeAt(at), at, end);
    put(plain, text.charCodeAt(at + 1), at, end);
  }
  return end;
}

const IGNORED = /\p{Default_Ignorable_Code_Point}/u;
const BREAKS = /[\n\v\f\r\u0085\p{Zl}\p{Zp}]/u;
const SPACES = /[\t\p{Zs}]/u;
const DASHES = /[\p{Pd}\u2212]/u;
const APOSTROPHES = '’‘‛ʼʹʻˈ′‵´`＇';
const MIDDLE_DOTS = '·‧∙⋅・･';
/** Printed like the ASCII character, and no dash, space or digit. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '․': '.',
  '﹒': '.',
  '⁄': '/',
  '∕': '/',
  '﹫': '@',
  '﹢': '+',
  '⁺': '+',
};

const folds = new Uint16Array(0x10000);
const isKnown = new Uint8Array(0x10000);

function foldUnit(unit: number): number {
  if (isKnown[unit]) return folds[unit] ?? UNSEEN;
  const fold = lookUpFold(unit);
  folds[unit] = fold;
  isKnown[unit] = 1;
  return fold;
}

function lookUpFold(unit: number): number {
  const character = String.fromCharCode(unit);
  if (BREAKS.test(character)) return BREAK;
  if (SPACES.test(character) || unit < 0x20) return SPACE;
  if (APOSTROPHES.includes(character)) return 0x27;
  if (unit < 0x80) return unit;
  if (IGNORED.test(character)) return UNSEEN;
  if (unit >= 0xdc00 && unit <= 0xdfff) return 0xfffd;
  if (/\p{Nd}/u.test(character)) return 0x30 + digitValue(unit);
  if (DASHES.test(character)) return 0x2d;
  if (MIDDLE_DOTS.includes(character)) return 0xb7;
  // Full-width forms stand in the order of ASCII.
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  return LOOK_ALIKES[character]?.charCodeAt(0) ?? unit;
}

/** Digits of a script stand in a row from zero to nine. */
function digitValue(unit: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(unit - value - 1))) value++;
  return value;
}
