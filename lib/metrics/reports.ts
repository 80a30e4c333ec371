/** Reports by category: what people say is wrong, and what they find good. */
import { defineMetric } from './metric.ts';

export const reports = defineMetric({
  id: 'reports',
  kind: 'counts',
  observe: ({ reports: all }) =>
    all
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ reportedAt, categories }) => ({ at: reportedAt, value: categories })),
});
