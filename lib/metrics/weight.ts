/** Weight per 1,000 words: what is wrong, each by how grave it is. */
import { SEVERITY_WEIGHT } from '../domain/codes.ts';
import { isUpheld } from '../domain/report/standing.ts';
import { defineMetric } from './metric.ts';

export const weight = defineMetric({
  id: 'weight',
  kind: 'share',
  ofTally: ({ words }) => ({ count: 0, of: words, squares: 0, per: 1000 }),
  observe: ({ trace, reports }) =>
    reports.filter(isUpheld).map(({ severity }) => {
      const weight = SEVERITY_WEIGHT[severity];
      return { at: trace.completedAt, value: { count: weight, of: 0, squares: weight * weight, per: 1000 } };
    }),
});
