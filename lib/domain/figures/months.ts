/**
 * The time that figures are of: whole calendar months, in UTC, the same in every browser. With free dates two views could
 * be taken from each other until a single day, and with it a single person, is left.
 */

/** How many months a range has, the running one among them. */
export const RANGES = { month: 1, quarter: 3, half: 6, year: 12 } as const;
export type Range = keyof typeof RANGES;

/** As many months as the longest range and the one before it need. */
export const MONTHS_KEPT = 2 * RANGES.year;

/** `2026-11` of a time. */
export const monthOf = (at: string): string => at.slice(0, 7);

/** So many months, the oldest first, the last one being `back` months before that of `now`. */
export function monthsUpTo(now: string, count: number, back = 0): string[] {
  const at = new Date(now);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back - (count - 1 - index))).toISOString().slice(0, 7),
  );
}

/** When the oldest month that is counted began. */
export const countedFrom = (now: string): string => `${monthsUpTo(now, MONTHS_KEPT)[0]}-01T00:00:00.000Z`;
