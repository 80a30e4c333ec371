/** Use: texts that were put in somewhere else: as drafted, edited, or although they were held at that time. */
import type { Status } from '../domain/codes.ts';
import { defineMetric } from './metric.ts';

const HELD: readonly Status[] = ['blocked', 'reported', 'escalated'];

export const reuse = defineMetric({
  id: 'reuse',
  kind: 'counts',
  observe: ({ reuses }) =>
    (reuses ?? []).map(({ reusedAt, kept, status }) => ({
      at: reusedAt,
      value: [kept === 1 ? 'as_drafted' : 'edited', ...(HELD.includes(status) ? ['held'] : [])],
    })),
});
