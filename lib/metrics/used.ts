/** Used: of all texts, the share that was put in somewhere on the day it was found; the others were dropped, or used unseen. */
import { defineMetric } from './metric.ts';

export const used = defineMetric({
  id: 'used',
  kind: 'share',
  ofTally: ({ used, found }) => ({ count: used, of: found }),
  observe: () => [],
});
