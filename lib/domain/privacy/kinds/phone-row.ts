/** Whether a row of groups of digits is written as a telephone number is, and is one where it stands. */

import type { PlainStretch } from '../reading/plain.ts';
import { type Plain, unitAt } from '../reading/plain.ts';
import { beginsWithDay, between, sizeOf } from './identifiers.ts';
import type { PhoneVerdict } from './phone-context.ts';
import { verdictOn } from './phone-context.ts';
import type { Plan } from './phone-plan.ts';

/** A row of whole groups: `sizes` are their digits. */
export interface PhoneRow extends PlainStretch {
  first: number;
  last: number;
  digits: string;
  /** With a `+`. */
  isInternational: boolean;
  /** Directly behind another number, as in a list. */
  isListed: boolean;
  verdict: PhoneVerdict;
}
type Unjudged = Omit<PhoneRow, 'verdict'>;

/** Where rows are looked for. */
export interface RowPlace {
  plain: Plain;
  groups: readonly PlainStretch[];
  plan: Plan;
}

/** More groups than `+33 (0)6 12 34 56 78` has are no number, unless each digit stands alone. */
const MOST_GROUPS = 8;
const MOST_NATIONAL_GROUPS = 6;
/** Without a word that says so, shorter digits are any number. */
const SHORTEST_UNNAMED = 8;
/** A degree of a coordinate is no more; `333.1234567` cannot be one. */
const MOST_DEGREES = 180;

/** Whether the groups have the sizes that people write numbers in. `isAlone`: no other digits stand beside them. */
export function isShaped({ groups }: RowPlace, row: Unjudged, isAlone: boolean): boolean {
  const sizes = sizesOf(groups, row);
  if (sizes.length > 1 && sizes.every((size) => size === 1)) return isAlone;
  const ones = sizes.filter((size) => size === 1).length;
  if (row.isInternational) return isShapedInternational(sizes, ones, row.digits, isAlone);
  if (row.digits.startsWith('00')) return sizes.length <= MOST_GROUPS && ones <= 2;
  // `1 (212) 555-0123`, `8 (912) 345-67-89`, `0 30 123456`.
  const isPrefixed = sizes[0] === 1 && '018'.includes(row.digits.charAt(0));
  return sizes.length <= MOST_NATIONAL_GROUPS && ones === (isPrefixed ? 1 : 0);
}

/** No country's code is one digit but 1 and 7; behind the code each digit may stand alone. */
function isShapedInternational(sizes: readonly number[], ones: number, digits: string, isAlone: boolean): boolean {
  if (sizes[0] === 1 && !'17'.includes(digits.charAt(0))) return false;
  return (sizes.length <= MOST_GROUPS && ones <= 2) || (isAlone && sizes.slice(1).every((size) => size === 1));
}

/** What a row is: `phone` or `open` if it is a number of a plan, and nothing around it says that it is something else. */
export function phoneVerdict(place: RowPlace, row: Unjudged): PhoneVerdict {
  const { plan, plain } = place;
  const { digits, isInternational, isListed } = row;
  const isSolid = row.first === row.last;
  if (isInternational) return plan.numberOf(digits, true) ? 'open' : 'no';
  if (digits.startsWith('00') && plan.numberOf(digits.slice(2), true)) {
    const verdict = verdictOn(plain, row, isSolid, isListed);
    return verdict === 'open' && isSolid && !digits.startsWith(`00${plan.callingCode || '-'}`) ? 'no' : verdict;
  }
  const own = plan.numberOf(digits, false);
  // `wa.me/393331234567`: a country's code without its `+`, where the word before says what it is.
  const named = own ?? (digits.length >= SHORTEST_WITH_CODE ? plan.numberOf(digits, true) : undefined);
  if (!named) return 'no';
  const verdict = verdictOn(plain, row, isSolid, isListed);
  return verdict === 'open' && !(own?.isUsual && isLikely(place, row)) ? 'no' : verdict;
}

/** A country's code and a number are so many digits at least, where no `+` tells them. */
const SHORTEST_WITH_CODE = 11;

/** Whether a row of a country's own digits, with nothing to say what it is, is not something else as likely. */
function isLikely(place: RowPlace, row: Unjudged): boolean {
  if (row.digits.length < SHORTEST_UNNAMED) return false;
  const sizes = sizesOf(place.groups, row);
  if (sizes.length === 1) return !beginsWithDay(row.digits);
  const isThousands = sizes.slice(1).every((size) => size === 3);
  if (sizes[0] === 1 && (isThousands || sizes.every((size) => size === 1))) return false;
  if (hasOnlyStops(place, row) && (isThousands || isFraction(place, row, sizes))) return false;
  return !goesOnAlike(place, row, sizes);
}

/** `45.4642035`, `-347.1234567`. A zero before the other digits is a number's for calling. */
function isFraction({ plain }: RowPlace, { start, digits, isListed }: Unjudged, sizes: readonly number[]): boolean {
  if (sizes.length !== 2 || digits.startsWith('0')) return false;
  return Number(digits.slice(0, sizes[0])) <= MOST_DEGREES || (!isListed && unitAt(plain, start - 1) === 0x2d);
}

const sizesOf = (groups: readonly PlainStretch[], { first, last }: Unjudged): number[] =>
  groups.slice(first, last + 1).map(({ start, end }) => end - start);

function hasOnlyStops({ plain, groups }: RowPlace, { first, last }: Unjudged): boolean {
  for (let at = first; at < last; at++) if (between(plain, groups[at], groups[at + 1]) !== 0x2e) return false;
  return true;
}

/** `345 678 901 234`, `3704 0044 0532 0130`: groups of one size that go on before or behind are one large number. */
function goesOnAlike({ plain, groups }: RowPlace, row: Unjudged, sizes: readonly number[]): boolean {
  const { first, last, isListed } = row;
  const goesOn = (one: number, other: number, size: number | undefined, next: number) =>
    size !== undefined &&
    size >= 3 &&
    between(plain, groups[one], groups[other]) === 0x20 &&
    sizeOf(groups[next]) === size;
  if (!isListed && goesOn(first - 1, first, sizes[0], first - 1)) return true;
  return sizes.every((size) => size === sizes[0]) && goesOn(last, last + 1, sizes[0], last + 1);
}
