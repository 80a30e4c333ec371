/** How long a target is left alone after a failure. */

/** First wait after a failure, and the longest: 2 s doubled each time up to 5 min, each with jitter of up to a half. */
const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;

/** How long to wait after `attempts` failures in a row; `random` in [0, 1) spreads browsers that failed together. */
export function backoffMs(attempts: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (0.5 + random / 2));
}

/** What a server asks for is kept to, but no longer than a day; up to a tenth more spreads those who were told the same. */
export const askedForMs = (afterMs: number, random: number): number =>
  Math.round(Math.min(Math.max(afterMs, 0), 86_400_000) * (1 + random / 10));
