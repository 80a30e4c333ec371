import { expect, test } from 'vitest';
import { policyChangedSince } from '../../../lib/domain/report/fate.ts';

test('a policy has changed for a report where another one came into force after it', () => {
  const report = { reportedAt: '2026-11-20T10:00:00.000Z' };
  const later = '2026-11-21T10:00:00.000Z';
  expect(policyChangedSince(report, 'a', { version: 'b', since: later })).toBe(true);
  // The first policy that there is is another one, too.
  expect(policyChangedSince(report, undefined, { version: 'b', since: later })).toBe(true);
  expect(policyChangedSince(report, 'a', { version: 'a', since: later })).toBe(false);
  expect(policyChangedSince(report, 'a', { version: 'b', since: '2026-11-20T09:00:00.000Z' })).toBe(false);
  expect(policyChangedSince(report, 'a', undefined)).toBe(false);
});
