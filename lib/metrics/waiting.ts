/** Time to approval: how long it takes until a text that somebody reported or asked about is decided on, open ones counted. */
import { waitsOf } from '../domain/figures/waits.ts';
import { defineMetric } from './metric.ts';

export const waiting = defineMetric({
  id: 'waiting',
  kind: 'time',
  observe: (output, { now }) =>
    waitsOf(output).map(({ since, endedAt, takenBackAt }) => ({
      at: since,
      value: {
        length: Math.max(0, Date.parse(endedAt ?? takenBackAt ?? now) - Date.parse(since)),
        ended: endedAt !== undefined,
      },
    })),
});
