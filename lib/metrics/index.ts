/** All metrics, sorted by id. A new one is a file and a line here. */
import type { Metric } from './metric.ts';

export const METRICS: readonly Metric[] = [];
