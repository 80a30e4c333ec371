import { expect, test } from 'vitest';
import { accepted } from '../../../lib/metrics/accepted.ts';
import { counted, report, SETTING, TALLY } from '../domain/figures/making.ts';

test('what passed by rule, of what was found, and nothing that was said of it', () => {
  expect(accepted.ofTally?.(TALLY)).toEqual({ count: 3, of: 20 });
  expect(accepted.observe(counted({ reports: [report()] }), SETTING)).toEqual([]);
});
