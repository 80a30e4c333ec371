/** By rule: of all texts, the share that passed because the record of its kind was good, without a person. */
import { defineMetric } from './metric.ts';

export const accepted = defineMetric({
  id: 'accepted',
  kind: 'share',
  ofTally: ({ passed, found }) => ({ count: passed, of: found }),
  observe: () => [],
});
