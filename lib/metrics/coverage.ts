/** Coverage: of the answers that were there, the share that could be read. */
import { defineMetric } from './metric.ts';

export const coverage = defineMetric({
  id: 'coverage',
  kind: 'share',
  ofTally: ({ found, missed }) => ({ count: found, of: found + missed }),
  observe: () => [],
});
