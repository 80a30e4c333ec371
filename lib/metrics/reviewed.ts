/** Manual review: of all texts, the share that a person has decided on. */
import { defineMetric } from './metric.ts';

export const reviewed = defineMetric({
  id: 'reviewed',
  kind: 'share',
  ofTally: ({ found }) => ({ count: 0, of: found }),
  observe: ({ trace, decisions }) =>
    decisions.some(({ verdict }) => verdict !== 'escalate')
      ? [{ at: trace.completedAt, value: { count: 1, of: 0 } }]
      : [],
});
