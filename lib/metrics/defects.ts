/** Defects per 1,000 texts: those of which a report of something grave stands. */
import { isGrave, isUpheld } from '../domain/report/standing.ts';
import { defineMetric } from './metric.ts';

export const defects = defineMetric({
  id: 'defects',
  kind: 'share',
  ofTally: ({ found }) => ({ count: 0, of: found, per: 1000 }),
  observe: ({ trace, reports }) =>
    reports.some((report) => isUpheld(report) && isGrave(report.severity))
      ? [{ at: trace.completedAt, value: { count: 1, of: 0, per: 1000 } }]
      : [],
});
