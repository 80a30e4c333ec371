import { expect, test } from 'vitest';
import { weight } from '../../../lib/metrics/weight.ts';
import { counted, report, SETTING, TALLY } from '../domain/figures/making.ts';

test('each report that stands has the weight of its severity, and its square for the limits', () => {
  const reports = [report({ severity: 'critical' }), report({ severity: 'minor' }), report({ state: 'withdrawn' })];
  const observed = weight.observe(counted({ reports }), SETTING).map(({ value }) => value);
  expect(observed).toEqual([
    { count: 25, of: 0, squares: 625, per: 1000 },
    { count: 1, of: 0, squares: 1, per: 1000 },
  ]);
  expect(weight.ofTally?.(TALLY)).toEqual({ count: 0, of: 400, squares: 0, per: 1000 });
});
