/** Reports by severity: how bad it is, of what people say is wrong. */
import { isPraise } from '../domain/codes.ts';
import { defineMetric } from './metric.ts';

export const severity = defineMetric({
  id: 'severity',
  kind: 'counts',
  observe: ({ reports }) =>
    reports
      .filter(({ state, categories }) => state !== 'withdrawn' && !isPraise(categories))
      .map(({ reportedAt, severity: how }) => ({ at: reportedAt, value: [how] })),
});
