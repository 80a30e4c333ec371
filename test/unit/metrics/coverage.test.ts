import { expect, test } from 'vitest';
import { coverage } from '../../../lib/metrics/coverage.ts';
import { counted, report, SETTING, TALLY } from '../domain/figures/making.ts';

test('what was found, of what was there, and nothing that was said of it', () => {
  expect(coverage.ofTally?.(TALLY)).toEqual({ count: 20, of: 25 });
  expect(coverage.observe(counted({ reports: [report()] }), SETTING)).toEqual([]);
});
