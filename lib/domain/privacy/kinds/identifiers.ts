/** Groups of digits that are part of something else than a telephone number: dates, times, addresses of hosts, amounts. */

import type { PlainStretch } from '../reading/plain.ts';
import { codeOf, type Plain, unitAt } from '../reading/plain.ts';

const DASH = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const COMMA = 0x2c;

/** For each group 1 where it is spared, from its place and from the stretches that other kinds have looked at. */
export function sparedGroups(
  plain: Plain,
  groups: readonly PlainStretch[],
  taken: readonly PlainStretch[],
): Uint8Array {
  const spared = new Uint8Array(groups.length);
  sparePlaces(groups, taken, spared);
  for (let at = 0; at < groups.length; at++) {
    const count = groupsOfDate(plain, groups, at) || groupsOfHost(plain, groups, at) || groupsOfBook(plain, groups, at);
    spared.fill(1, at, at + count);
    if (count > 1) at += count - 1;
    else if (isTimeOrAmount(plain, groups, at)) spared[at] = 1;
  }
  return spared;
}

/** Both are in order, so that one pass is enough. */
function sparePlaces(groups: readonly PlainStretch[], taken: readonly PlainStretch[], spared: Uint8Array): void {
  const stretches = [...taken].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const [at, group] of groups.entries()) {
    while (next < stretches.length && (stretches[next]?.end ?? 0) <= group.start) next++;
    if (group.end > (stretches[next]?.start ?? Number.POSITIVE_INFINITY)) spared[at] = 1;
  }
}

/** The one unit between two groups; 0 where there is more. */
export const between = (plain: Plain, before: PlainStretch | undefined, after: PlainStretch | undefined): number =>
  before && after && after.start - before.end === 1 ? unitAt(plain, before.end) : 0;

export const sizeOf = (group: PlainStretch | undefined): number => (group ? group.end - group.start : 0);
const valueIn = (plain: Plain, group: PlainStretch | undefined): number => (group ? Number(codeOf(plain, group)) : 0);

/** `12/05/2026`, `2026-08-12`: three groups with the same sign between them, and no fourth. */
function groupsOfDate(plain: Plain, groups: readonly PlainStretch[], at: number): number {
  const [first, second, third] = [groups[at], groups[at + 1], groups[at + 2]];
  const sign = between(plain, first, second);
  if (sign !== DASH && sign !== DOT && sign !== SLASH) return 0;
  if (between(plain, second, third) !== sign || between(plain, third, groups[at + 3]) === sign) return 0;
  if (between(plain, groups[at - 1], first) === sign) return 0;
  const [a, b, c] = [valueIn(plain, first), valueIn(plain, second), valueIn(plain, third)];
  const isDayAndMonth = (one: number, two: number) =>
    one >= 1 && two >= 1 && Math.min(one, two) <= 12 && Math.max(one, two) <= 31;
  const isYearFirst = sizeOf(first) === 4 && sizeOf(second) <= 2 && sizeOf(third) <= 2 && isDayAndMonth(b, c);
  const isYearLast = sizeOf(first) <= 2 && sizeOf(second) <= 2 && [2, 4].includes(sizeOf(third)) && isDayAndMonth(a, b);
  const year = isYearFirst ? a : sizeOf(third) === 4 ? c : 2000;
  return (isYearFirst || isYearLast) && year >= 1800 && year < 2200 ? 3 : 0;
}

/** `192.168.100.200`: four numbers to 255, without zeros before them. */
function groupsOfHost(plain: Plain, groups: readonly PlainStretch[], at: number): number {
  for (let part = 0; part < 4; part++) {
    const group = groups[at + part];
    if (!group || sizeOf(group) > 3 || valueIn(plain, group) > 255) return 0;
    if (sizeOf(group) > 1 && unitAt(plain, group.start) === 0x30) return 0;
    if (part > 0 && between(plain, groups[at + part - 1], group) !== DOT) return 0;
  }
  return between(plain, groups[at - 1], groups[at]) === DOT || between(plain, groups[at + 3], groups[at + 4]) === DOT
    ? 0
    : 4;
}

/** An ISBN: 978 or 979, in all thirteen digits, in up to five groups with dashes or blanks. */
function groupsOfBook(plain: Plain, groups: readonly PlainStretch[], at: number): number {
  const head = valueIn(plain, sizeOf(groups[at]) === 3 ? groups[at] : undefined);
  if (head !== 978 && head !== 979) return 0;
  let digits = 3;
  for (let count = 1; count < 5; count++) {
    const sign = between(plain, groups[at + count - 1], groups[at + count]);
    if (sign !== DASH && sign !== 0x20) return 0;
    digits += sizeOf(groups[at + count]);
    if (digits >= 13) return digits === 13 ? count + 1 : 0;
  }
  return 0;
}

/** A listed number that a comma joins to the next has at least so many digits; a shorter one is a part of an amount. */
const SHORTEST_LISTED = 6;

/** `09:30`, `1,200`. */
function isTimeOrAmount(plain: Plain, groups: readonly PlainStretch[], at: number): boolean {
  const [before, group, after] = [groups[at - 1], groups[at], groups[at + 1]];
  const [left, right] = [between(plain, before, group), between(plain, group, after)];
  if ((left === COLON && sizeOf(before) <= 2) || (right === COLON && sizeOf(after) <= 2)) return true;
  const isShort = (other: PlainStretch | undefined) =>
    sizeOf(other) < SHORTEST_LISTED || sizeOf(group) < SHORTEST_LISTED;
  return (left === COMMA && isShort(before)) || (right === COMMA && isShort(after));
}

/** Digits that begin with a day: `20260812`, `2026081209`, `20260812093015`. */
export function beginsWithDay(digits: string): boolean {
  if (digits.length < 8 || !/^(?:19|20)\d\d/.test(digits)) return false;
  const [month, day] = [Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
