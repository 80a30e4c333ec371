import { expect, test } from 'vitest';
import { defects } from '../../../lib/metrics/defects.ts';
import { counted, report, SETTING, TALLY } from '../domain/figures/making.ts';

test('a text with a grave report that stands counts once; a mild one, praise, or what was found usable does not', () => {
  const count = (...reports: ReturnType<typeof report>[]) => defects.observe(counted({ reports }), SETTING).length;
  expect(count(report({ severity: 'critical' }), report())).toBe(1);
  expect(count(report({ state: 'decided', verdict: 'block' }))).toBe(1);
  expect(count(report({ severity: 'minor' }), report({ state: 'withdrawn' }), report({ state: 'noted' }))).toBe(0);
  expect(count(report({ state: 'decided', verdict: 'approve' }))).toBe(0);
  expect(defects.ofTally?.(TALLY)).toEqual({ count: 0, of: 20, per: 1000 });
});
