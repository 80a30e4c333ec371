/** What a metric is: one figure, worked out from outputs alone. */
import type { Output } from '../domain/output/output.ts';

/** What the figure counts; the screens format it by this. */
type Unit = 'count' | 'ratio' | 'milliseconds';

export interface Metric {
  /** Kebab-case id, also the file name. */
  id: string;
  unit: Unit;
  /** The figure, or undefined where there is nothing to work it out from: no figure is better than a made-up nought. */
  from(outputs: readonly Output[]): number | undefined;
}

/** A typed identity, so that a metric's file is checked where it is written. */
export const defineMetric = (metric: Metric): Metric => metric;
