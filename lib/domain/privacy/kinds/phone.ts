/**
 * Telephone numbers. Groups of digits that can belong together are a chain; a number is a row of whole groups of it that a
 * numbering plan has. Where two numbers stand in a chain, both are found.
 */
import { isCode } from '../reading/letters.ts';
import type { PlainStretch } from '../reading/plain.ts';
import { codeOf, type Plain, unitAt } from '../reading/plain.ts';
import { between, sparedGroups } from './identifiers.ts';
import { withExtension } from './phone-context.ts';
import { planOf } from './phone-plan.ts';
import type { PhoneRow } from './phone-row.ts';
import { isShaped, phoneVerdict, type RowPlace } from './phone-row.ts';

/** How often numbering plans are asked: a list of numbers and nothing else takes about one question for ten characters. */
const FEWEST_QUESTIONS = 5_000;
const CHARACTERS_A_QUESTION = 8;
const MOST_DIGITS = 17;
/** ` - (`: what stands between two groups of a number. */
const MOST_BETWEEN = 4;
const SHORTEST = 6;
/** `+33 (0)6 12 34 56 78` has two. */
const MOST_ONES = 2;
const [PLUS, OPENING, CLOSING] = [0x2b, 0x28, 0x29];
/** ` `, `(`, `)`, `-`, `.`, `/`, middle dot. Only behind a `+` a line may break, too. */
const LINKS = new Set([0x20, 0x28, 0x29, 0x2d, 0x2e, 0x2f, 0xb7]);
/** `-`, `.`, `_` */
const JOINTS = new Set([0x2d, 0x2e, 0x5f]);

interface Search extends RowPlace {
  spared: Uint8Array;
  /** The last group of the last number found. */
  lastFound: number;
}

/** Every telephone number of a text. `taken`: where numbers of other kinds stand, or what looks like them. */
export function findPhones(
  plain: Plain,
  groups: readonly PlainStretch[],
  taken: readonly PlainStretch[],
  region?: string,
): PlainStretch[] {
  const budget = Math.max(FEWEST_QUESTIONS, Math.ceil(plain.length / CHARACTERS_A_QUESTION));
  const spared = sparedGroups(plain, groups, taken);
  const search: Search = { plain, groups, spared, plan: planOf(region, budget), lastFound: -2 };
  const found: PlainStretch[] = [];
  for (let at = 0; at < groups.length; at++) {
    const row = bestFrom(search, at);
    if (!row) continue;
    found.push({ start: row.start, end: withExtension(plain, row.end) });
    search.lastFound = row.last;
    at = row.last;
  }
  return found;
}

/** The number that begins with a group: the longest, unless a shorter one leaves another number behind it. */
function bestFrom(search: Search, first: number): PhoneRow | undefined {
  const isListed = search.lastFound === first - 1;
  // What a hyphen or a stop joins is one thing, so that a number is all of it, or several numbers are.
  if (isJoined(search, first - 1) && !isListed) return undefined;
  const rows = rowsFrom(search, first, isListed).filter((row) => isWholeRow(search, row));
  const longest = rows.at(-1);
  if (!longest || rows.length === 1) return longest;
  return rows.find((row) => row !== longest && isFollowed(search, row, longest.last)) ?? longest;
}

/** What is joined behind a row is another number, or a single digit or two of a direct line. */
function isWholeRow(search: Search, row: PhoneRow): boolean {
  const { last, isInternational, verdict } = row;
  if (!isJoined(search, last)) return true;
  const rest = search.groups[last + 1];
  const isShort = rest !== undefined && rest.end - rest.start <= 2 && !isJoined(search, last + 1);
  if (isShort && (isInternational || verdict === 'phone' || isSpaced(search, row))) return true;
  return rowsFrom(search, last + 1, true).length > 0;
}

/** `06 69812345-6`: the only hyphen is the one behind the number. */
function isSpaced({ plain, groups }: Search, { first, last }: PhoneRow): boolean {
  for (let at = first; at < last; at++) if (between(plain, groups[at], groups[at + 1]) === 0x2d) return false;
  return last > first;
}

/** Whether a number with its own beginning, a zero, stands behind a row and goes beyond a group. */
function isFollowed(search: Search, row: PhoneRow, beyond: number): boolean {
  const next = search.groups[row.last + 1];
  if (!next || unitAt(search.plain, next.start) !== 0x30) return false;
  return rowsFrom(search, row.last + 1, true).some(({ last }) => last > beyond);
}

/** Every row of whole groups from `first` on that is a telephone number where it stands, shortest first. */
function rowsFrom(search: Search, first: number, isListed: boolean): PhoneRow[] {
  const { plain, groups } = search;
  const head = groups[first];
  if (!head) return [];
  const plus = plusBefore(plain, head.start);
  const isBehindDigits = isLinked(search, first - 1);
  return candidatesFrom(search, first, plus > 0, isBehindDigits).flatMap(({ last, digits }) => {
    const stretch = withBrackets(plain, { start: head.start - plus, end: groups[last]?.end ?? head.end });
    const row = { ...stretch, first, last, digits, isInternational: plus > 0, isListed };
    const isAlone = !isBehindDigits && !isLinked(search, last);
    const verdict = isShaped(search, row, isAlone) ? phoneVerdict(search, row) : 'no';
    return verdict === 'no' ? [] : [{ ...row, verdict }];
  });
}

/** Rows of linked groups with as many digits as a number can have. */
function candidatesFrom(
  search: Search,
  first: number,
  isInternational: boolean,
  isBehindDigits: boolean,
): { last: number; digits: string }[] {
  const { plain, groups, spared } = search;
  const candidates: { last: number; digits: string }[] = [];
  let ones = 0;
  let digits = '';
  for (let last = first; last < groups.length; last++) {
    const group = groups[last];
    if (!group || spared[last] || (last > first && !isLinked(search, last - 1, isInternational))) break;
    const size = group.end - group.start;
    if (size === 1) ones++;
    // Digits one by one are a number only if no others stand before them. A group that is too long is not read.
    if ((ones > MOST_ONES && isBehindDigits) || digits.length + size > MOST_DIGITS) break;
    digits += codeOf(plain, group);
    if (digits.length >= SHORTEST) candidates.push({ last, digits });
  }
  return candidates;
}

/** How many units before a group hold its `+`: `+39`, `+(39)`, `+ 39`. */
function plusBefore(plain: Plain, start: number): number {
  const before = unitAt(plain, start - 1);
  if (before === PLUS) return 1;
  return (before === OPENING || before === 0x20) &&
    unitAt(plain, start - 2) === PLUS &&
    !isCode(unitAt(plain, start - 3))
    ? 2
    : 0;
}

/** A bracket that is closed within belongs to the number: `(06) 69812345`; one around all of it does not. */
function withBrackets(plain: Plain, { start, end }: PlainStretch): PlainStretch {
  let open = 0;
  for (let at = start; at < end; at++) open += bracketOf(unitAt(plain, at));
  if (open < 0 && unitAt(plain, start - 1) === OPENING) return { start: start - 1, end };
  return open > 0 && unitAt(plain, end) === CLOSING ? { start, end: end + 1 } : { start, end };
}

const bracketOf = (unit: number): number => (unit === OPENING ? 1 : unit === CLOSING ? -1 : 0);

/** Whether a group can go on with the next one: a few blanks, dashes, stops, slashes or brackets between them. */
function isLinked({ plain, groups }: Search, at: number, isInternational = false): boolean {
  const [before, after] = [groups[at], groups[at + 1]];
  if (!before || !after || after.start - before.end > MOST_BETWEEN) return false;
  for (let place = before.end; place < after.start; place++) {
    const unit = unitAt(plain, place);
    if (!LINKS.has(unit) && !(isInternational && unit === 0x0a)) return false;
  }
  return true;
}

/** Whether one hyphen, stop or `_` and nothing else stands between a group and the next. */
function isJoined({ plain, groups }: Search, at: number): boolean {
  const [before, after] = [groups[at], groups[at + 1]];
  return (
    before !== undefined &&
    after !== undefined &&
    after.start - before.end === 1 &&
    JOINTS.has(unitAt(plain, before.end))
  );
}
