/** The limits of a figure's chart, month by month. */
import { shareLimits, xmrLimits } from '../review/charts.ts';
import { type Rebase, rebasedStretches } from './rebases.ts';

/** A month of a chart: so many of so many, or so much weight on so many words. */
export interface CountedPoint {
  month: string;
  count: number;
  n: number;
  weighted: boolean;
}

export type ChartLimits = ReturnType<typeof shareLimits>;

/** From so many months on the limits tell more than they mislead. */
export const FEWEST_FOR_LIMITS = 8;

/** The limits of each point by its month: computed anew from each rebase on, and missing of a stretch of few months. */
export function chartLimits(
  points: readonly CountedPoint[],
  rebases: readonly Pick<Rebase, 'from'>[],
): ReadonlyMap<string, ChartLimits> {
  const stretches = rebasedStretches(points, rebases).filter(({ length }) => length >= FEWEST_FOR_LIMITS);
  return new Map(stretches.flatMap((some) => limitsOf(some).map((limits, at) => [some[at]?.month ?? '', limits])));
}

function limitsOf(points: readonly CountedPoint[]): ChartLimits[] {
  // Weights are no share: what they vary by shows in how they vary.
  if (points.some(({ weighted }) => weighted)) {
    const { centre, low, high } = xmrLimits(points.map(({ count, n }) => count / n));
    return points.map(() => ({ centre, low: Math.max(0, low), high }));
  }
  const [counts, sizes] = [points.map(({ count }) => count), points.map(({ n }) => n)];
  return points.map((_, at) => shareLimits(counts, sizes, at));
}
