/** Control charts: what varies by chance, and what does not. */

interface Limits {
  centre: number;
  low: number;
  high: number;
}

const MEAN = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
/** Three standard deviations by the mean moving range of two: 3 / 1.128. */
const XMR = 2.66;
/** The upper limit of a moving range, by its mean: D4 for two. */
const D4 = 3.267;

/** Limits of an XmR chart. Moving ranges beyond their own limit are left out first, so that one leap does not hide others. */
export function xmrLimits(values: readonly number[]): Limits {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
  const usual = ranges.filter((range) => range < D4 * MEAN(ranges));
  const spread = ranges.length === 0 ? 0 : XMR * MEAN(usual.length > 0 ? usual : ranges);
  const centre = MEAN(values);
  return { centre, low: centre - spread, high: centre + spread };
}

/** Limits of a p-chart at one point: three standard deviations of a share of so many, never below 0 or above 1. */
export function shareLimits(counts: readonly number[], sizes: readonly number[], at: number): Limits {
  const centre = counts.reduce((sum, count) => sum + count, 0) / sizes.reduce((sum, size) => sum + size, 0);
  const spread = 3 * Math.sqrt((centre * (1 - centre)) / (sizes[at] ?? 1));
  return { centre, low: Math.max(0, centre - spread), high: Math.min(1, centre + spread) };
}

type Signal = 'outside' | 'trend' | 'one_side' | 'near_limit';

/** How long a trend and a run on one side are before they tell something (NHS rules). */
const LONG = 7;

/** Which rules each point of an XmR chart breaks, with the direction: 1 up, -1 down. */
export function signalsOf(values: readonly number[], limits: Limits): { signal: Signal; direction: 1 | -1 }[][] {
  return values.map((value, at) => {
    const found: { signal: Signal; direction: 1 | -1 }[] = [];
    const direction = value >= limits.centre ? 1 : -1;
    if (value > limits.high || value < limits.low) found.push({ signal: 'outside', direction });
    const trend = trendAt(values, at);
    if (trend !== 0) found.push({ signal: 'trend', direction: trend });
    if (isOneSided(values, at, limits.centre)) found.push({ signal: 'one_side', direction });
    if (isNearLimit(values, at, limits)) found.push({ signal: 'near_limit', direction });
    return found;
  });
}

/** Seven in a row, each above (or below) the one before; a tie breaks it. */
function trendAt(values: readonly number[], at: number): 1 | -1 | 0 {
  const last = values.slice(Math.max(0, at - LONG + 1), at + 1);
  if (last.length < LONG) return 0;
  const steps = last.slice(1).map((value, index) => Math.sign(value - (last[index] ?? 0)));
  if (steps.every((step) => step === 1)) return 1;
  return steps.every((step) => step === -1) ? -1 : 0;
}

function isOneSided(values: readonly number[], at: number, centre: number): boolean {
  const last = values.slice(Math.max(0, at - LONG + 1), at + 1);
  return last.length === LONG && (last.every((value) => value > centre) || last.every((value) => value < centre));
}

/** Two of three in the outer third, on one side, this one among them. */
function isNearLimit(values: readonly number[], at: number, { centre, low, high }: Limits): boolean {
  const side = (value: number | undefined): number => {
    if (value === undefined) return 0;
    if (value > centre + ((high - centre) * 2) / 3 && value <= high) return 1;
    return value < centre - ((centre - low) * 2) / 3 && value >= low ? -1 : 0;
  };
  const own = side(values[at]);
  if (own === 0) return false;
  const isPair = (from: number) =>
    from >= 0 && [from, from + 1, from + 2].filter((index) => side(values[index]) === own).length >= 2;
  return [at - 2, at - 1, at].some((from) => from + 2 < values.length && isPair(from));
}
