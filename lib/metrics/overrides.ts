/** Passes without an approval: how often the gate was passed, on one's own word, by another's leave, or in an emergency. */
import { defineMetric } from './metric.ts';

export const overrides = defineMetric({
  id: 'overrides',
  kind: 'counts',
  observe: ({ inProcess }) => (inProcess?.exceptions ?? []).map(({ madeAt, kind }) => ({ at: madeAt, value: [kind] })),
});
