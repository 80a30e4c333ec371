/** Held: of all texts, the share that was held at a gate, or would have been in a dry run. */
import { defineMetric } from './metric.ts';

export const held = defineMetric({
  id: 'held',
  kind: 'share',
  ofTally: ({ held, found }) => ({ count: held, of: found }),
  observe: () => [],
});
