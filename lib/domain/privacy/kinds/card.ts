/** Payment cards: the issuer's first digits with the lengths that it uses, and the check digit (ISO/IEC 7812, Luhn). */
import { hasBreak, isSeparator } from '../reading/groups.ts';
import { isAsciiLetter, isCode, isDigit } from '../reading/letters.ts';
import type { PlainStretch } from '../reading/plain.ts';
import { codeOf, type Plain, unitAt } from '../reading/plain.ts';
import { passesLuhn } from './luhn.ts';

/** First digits from and to, and how long such a number is. */
const ISSUERS: readonly (readonly [from: number, to: number, ...lengths: number[]])[] = [
  [4, 4, 16, 19], // Visa; of 13 digits none is in use any more, and barcodes are

  [51, 55, 16], // Mastercard
  [2221, 2720, 16],
  [34, 34, 15], // American Express
  [37, 37, 15],
  [300, 305, 14, 16], // Diners Club
  [3095, 3095, 14, 16],
  [36, 36, 14, 16],
  [38, 39, 14, 16],
  [6011, 6011, 16, 17, 18, 19], // Discover
  [644, 649, 16, 17, 18, 19],
  [65, 65, 16, 17, 18, 19],
  [3528, 3589, 16, 17, 18, 19], // JCB
  [62, 62, 16, 17, 18, 19], // UnionPay
  [81, 81, 16, 17, 18, 19],
  [2200, 2204, 16, 17, 18, 19], // Mir
  [9792, 9792, 16], // Troy
  [60, 60, 16], // RuPay
  [82, 82, 16],
  [508, 508, 16],
  [5018, 5018, 12, 13, 14, 15, 16, 17, 18, 19], // Maestro
  [5020, 5020, 12, 13, 14, 15, 16, 17, 18, 19],
  [5038, 5038, 12, 13, 14, 15, 16, 17, 18, 19],
  [5893, 5893, 12, 13, 14, 15, 16, 17, 18, 19],
  [6304, 6304, 12, 13, 14, 15, 16, 17, 18, 19],
  [6390, 6390, 12, 13, 14, 15, 16, 17, 18, 19],
  [67, 67, 12, 13, 14, 15, 16, 17, 18, 19],
];
const SHORTEST = 12;
const LONGEST = 19;
/** How cards print their digits. */
const PRINTED = new Set([
  '4-4-4-4',
  '4-6-5',
  '4-6-4',
  '4-4-4-4-3',
  '4-4-4-4-2',
  '4-4-5',
  '4-4-4-1',
  '6-10',
  '6-13',
  '8-8',
  '4-5-6',
]);
/** `4111 - 1111`: a dash with blanks around it. */
const MOST_BETWEEN = 3;

interface Cards {
  found: PlainStretch[];
  /** Printed as one and with an issuer's first digits, but with a wrong check digit. */
  alike: PlainStretch[];
}

/** Every card number of a text, also where other digits stand beside it. */
export function findCards(plain: Plain, groups: readonly PlainStretch[]): Cards {
  const cards: Cards = { found: [], alike: [] };
  for (let at = 0; at < groups.length; at++) {
    const last = cardFrom(plain, groups, at, cards.alike);
    if (last === undefined) continue;
    cards.found.push({ start: groups[at]?.start ?? 0, end: groups[last]?.end ?? 0 });
    at = last;
  }
  return cards;
}

/** The last group of a card that begins with group `first`: in a printed form rather than in any other. */
function cardFrom(
  plain: Plain,
  groups: readonly PlainStretch[],
  first: number,
  alike: PlainStretch[],
): number | undefined {
  const start = groups[first]?.start ?? 0;
  if (isPartOfCode(plain, start) || isFraction(plain, groups, first)) return undefined;
  let whole: number | undefined;
  for (const { last, isPrinted } of shapesFrom(plain, groups, first)) {
    const stretch = { start, end: groups[last]?.end ?? 0 };
    if (isCard(plain, stretch)) {
      if (isPrinted) return last;
      whole ??= last;
    } else if (isPrinted && isIssued(codeOf(plain, stretch))) alike.push(stretch);
  }
  return whole;
}

interface Shape {
  last: number;
  isPrinted: boolean;
}

/** Every row of groups from `first` on that is as long as a card, and grouped as one or with no other digits beside it. */
function shapesFrom(plain: Plain, groups: readonly PlainStretch[], first: number): Shape[] {
  const found: Shape[] = [];
  const sizes: number[] = [];
  let digits = 0;
  for (let last = first; last < groups.length; last++) {
    const group = groups[last];
    if (!group || (last > first && !isLinked(plain, groups[last - 1], group))) break;
    sizes.push(group.end - group.start);
    digits += group.end - group.start;
    if (digits > LONGEST) break;
    if (digits < SHORTEST || isPartOfCode(plain, group.end)) continue;
    const isPrinted = last === first || PRINTED.has(sizes.join('-'));
    if (isPrinted || isWhole(plain, groups, first, last)) found.push({ last, isPrinted });
  }
  return found;
}

/** `0.4532081001488591` */
function isFraction(plain: Plain, groups: readonly PlainStretch[], at: number): boolean {
  const [before, group] = [groups[at - 1], groups[at]];
  if (!before || !group || before.end - before.start > 3 || group.start - before.end !== 1) return false;
  return unitAt(plain, before.end) === 0x2e && group.end - group.start >= SHORTEST;
}

const isCard = (plain: Plain, stretch: PlainStretch): boolean => {
  const code = codeOf(plain, stretch);
  return isIssued(code) && passesLuhn(code);
};

/** Whether a group goes on with the next: blanks or dashes between them, no break unless it is printed in fours. */
function isLinked(plain: Plain, before: PlainStretch | undefined, { start }: PlainStretch): boolean {
  if (!before || start - before.end > MOST_BETWEEN) return false;
  for (let at = before.end; at < start; at++) if (!isSeparator(plain.units[at] ?? 0)) return false;
  return true;
}

/** Whether no other digits are linked to the groups: then they may be grouped in any way, in one line. */
function isWhole(plain: Plain, groups: readonly PlainStretch[], first: number, last: number): boolean {
  const [head, tail] = [groups[first], groups[last]];
  if (!head || !tail || hasBreak(plain, { start: head.start, end: tail.end })) return false;
  const next = groups[last + 1];
  if (isJoinedToLetters(plain, head.start - 1, -1) || isJoinedToLetters(plain, tail.end, 1)) return false;
  return !isLinked(plain, groups[first - 1], head) && !(next && isLinked(plain, tail, next));
}

/** `40241283-0746-9885-aaaa` */
function isJoinedToLetters(plain: Plain, at: number, step: number): boolean {
  const unit = unitAt(plain, at);
  return (unit === 0x2d || unit === 0x5f) && isAsciiLetter(unitAt(plain, at + step));
}

/** Whether digits that end or begin at `at` go on as letters and digits mixed, as in a hash. A word alone may be glued. */
function isPartOfCode(plain: Plain, at: number): boolean {
  const step = isDigit(unitAt(plain, at)) ? -1 : 1;
  let next = step < 0 ? at - 1 : at;
  for (let letters = 0; letters < 32 && isAsciiLetter(unitAt(plain, next)); letters++) next += step;
  return isCode(unitAt(plain, next));
}

function isIssued(code: string): boolean {
  return ISSUERS.some(([from, to, ...lengths]) => {
    const head = Number(code.slice(0, String(from).length));
    return head >= from && head <= to && lengths.includes(code.length);
  });
}
