/** How much of what stands beside words is other than what stood there. */

/** How far from words a reader looks who cannot believe it, in characters: farther than an anchor's context reaches. */
const FAR = 40;

interface Stretch {
  start: number;
  end: number;
}

/** Characters that were put in, taken out or replaced within sight of the words: before them, and after them. */
export const slipsBeside = (
  first: readonly string[],
  own: Stretch,
  text: readonly string[],
  place: Stretch,
): [before: number, after: number] => [
  slips(before(first, own), before(text, place)),
  slips(after(first, own), after(text, place)),
];

/** Outwards from the words; the edge of the text counts as a character. */
const before = (text: readonly string[], { start }: Stretch) => [...text.slice(0, start).reverse(), '^'];
const after = (text: readonly string[], { end }: Stretch) => [...text.slice(end), '$'];

/** The fewest edits that make the next `FAR` characters of one the beginning of the other. */
function slips(one: readonly string[], other: readonly string[]): number {
  const seen = one.slice(0, FAR);
  let row = Array.from({ length: Math.min(other.length, 2 * FAR) + 1 }, (_, at) => at);
  for (const [line, unit] of seen.entries()) {
    const next = [line + 1];
    for (let at = 1; at < row.length; at++)
      next.push(
        Math.min((row[at - 1] ?? 0) + (other[at - 1] === unit ? 0 : 1), (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1),
      );
    row = next;
  }
  return Math.min(...row);
}
