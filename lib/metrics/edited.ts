/** Edited: of the texts that were used, the share that was changed by then; the others went as drafted. */
import { defineMetric } from './metric.ts';

export const edited = defineMetric({
  id: 'edited',
  kind: 'share',
  ofTally: ({ edited, used }) => ({ count: edited, of: used }),
  observe: () => [],
});
