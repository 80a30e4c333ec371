/** Edit distances (Levenshtein; with a free end: Sellers 1980) between short strings and places of a long one. */

/** How much longer or shorter than its pattern a stretch of text may be, in UTF-16 units. */
const SLACK = 8;

/** Work space: one row of the table. Patterns are at most some hundred characters. */
let row = new Int32Array(1_024);

function rowOf(length: number): Int32Array {
  if (row.length < length) row = new Int32Array(length * 2);
  return row;
}

/** Edit distance of `pattern` to the text that ends at `end`, wherever it begins. */
export function distanceBefore(pattern: string, text: string, end: number): number {
  if (text.startsWith(pattern, end - pattern.length) && end >= pattern.length) return 0;
  return freeDistance(pattern, text, end - 1, -1);
}

/** Edit distance of `pattern` to the text that begins at `start`, wherever it ends. */
export function distanceAfter(pattern: string, text: string, start: number): number {
  if (text.startsWith(pattern, start)) return 0;
  return freeDistance(pattern, text, start, 1);
}

/** Aligns from `at` in the direction of `step`; the text's far end is free. */
function freeDistance(pattern: string, text: string, at: number, step: 1 | -1): number {
  const { length } = pattern;
  const cells = rowOf(length + 1);
  for (let i = 0; i <= length; i++) cells[i] = i;
  let best = length;
  for (let j = 0; j < length + SLACK; j++) {
    const code = text.charCodeAt(at + step * j);
    if (Number.isNaN(code)) break;
    best = Math.min(best, nextRow(cells, pattern, step, code, j + 1));
  }
  return best;
}

/** One more character of the text: the table's next row, in place. Returns its last cell. */
function nextRow(cells: Int32Array, pattern: string, step: 1 | -1, code: number, first: number): number {
  const { length } = pattern;
  let diagonal = cells[0] as number;
  let left = first;
  cells[0] = first;
  for (let i = 1; i <= length; i++) {
    const above = cells[i] as number;
    const same = pattern.charCodeAt(step === 1 ? i - 1 : length - i) === code;
    const cost = same ? diagonal : 1 + Math.min(diagonal, above, left);
    diagonal = above;
    cells[i] = cost;
    left = cost;
  }
  return left;
}

/**
 * For each place from `from` to `to`: the edit distance of `pattern` to text that ends there (`step` 1), or begins
 * there (`step` -1), with its other end free.
 */
function profile(pattern: string, text: string, from: number, to: number, step: 1 | -1): Int32Array {
  const cells = rowOf(pattern.length + 1);
  for (let i = 0; i <= pattern.length; i++) cells[i] = i;
  const costs = new Int32Array(to - from + 1);
  const reach = pattern.length + SLACK;
  const [first, last] = step === 1 ? [from - reach, to] : [to + reach, from];
  for (let place = first; place !== last; place += step) {
    const code = text.charCodeAt(step === 1 ? place : place - 1);
    const cost = nextRow(cells, pattern, step, code, 0);
    const at = place + step - from;
    if (at >= 0 && at < costs.length) costs[at] = cost;
  }
  return costs;
}

/** Strings on both sides of an edge; `context` says which of them lies outside the quote. */
export interface Edge {
  before: string;
  after: string;
  context: 'before' | 'after';
}

/** The place within `slack` of `guess` that best parts what is like `before` from what is like `after`. */
export function edgeNear({ before, after, context }: Edge, text: string, guess: number, slack: number): number {
  if (guess >= before.length && text.startsWith(before + after, guess - before.length)) return guess;
  const from = Math.min(text.length, Math.max(0, guess - slack));
  const to = Math.max(from, Math.min(text.length, guess + slack));
  const ending = profile(before, text, from, to, 1);
  const beginning = profile(after, text, from, to, -1);
  let best = { cost: Number.POSITIVE_INFINITY, place: from };
  for (let place = from; place <= to; place++) {
    const [end, begin] = [ending[place - from] as number, beginning[place - from] as number];
    // Among equals the one that keeps more of the context, then the one nearer to the guess.
    const outside = context === 'before' ? end : begin;
    const cost = end + begin + outside / 1_000 + Math.abs(place - guess) / 1_000_000;
    if (cost < best.cost) best = { cost, place };
  }
  return best.place;
}

/** Edits that are tried first: most strings are that much alike, or not at all. */
const FEW = 8;

/** Edit distance between two strings, or `cap` where it is that or more. Time: length times distance (Ukkonen 1985). */
export function distance(a: string, b: string, cap: number): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const few = bandedDistance(left, right, Math.min(FEW, cap));
  return few < FEW || cap <= FEW ? few : bandedDistance(left, right, cap);
}

/** Looks only at what is at most `cap` off the diagonal, and stops when nothing nearer can come. */
function bandedDistance(a: string, b: string, cap: number): number {
  if (Math.abs(a.length - b.length) >= cap) return cap;
  const cells = rowOf(a.length + 1);
  for (let i = 0; i <= a.length; i++) cells[i] = Math.min(i, cap + 1);
  for (let j = 1; j <= b.length; j++) if (nextBand(cells, a, b.charCodeAt(j - 1), j, cap) >= cap) return cap;
  return Math.min(cap, cells[a.length] as number);
}

/** The next row of the table, of which only the band is kept. Returns its least cell. */
function nextBand(cells: Int32Array, a: string, code: number, j: number, cap: number): number {
  const [from, to] = [Math.max(1, j - cap), Math.min(a.length, j + cap)];
  let diagonal = cells[from - 1] as number;
  let left = from === 1 ? Math.min(j, cap + 1) : cap + 1;
  let least = left;
  cells[from - 1] = left;
  for (let i = from; i <= to; i++) {
    const above = i === j + cap ? cap + 1 : (cells[i] as number);
    const cost = a.charCodeAt(i - 1) === code ? diagonal : 1 + Math.min(diagonal, above, left);
    diagonal = cells[i] as number;
    cells[i] = cost;
    left = cost;
    if (cost < least) least = cost;
  }
  return least;
}
