import { expect, test } from 'vitest';
import { used } from '../../../lib/metrics/used.ts';
import { counted, report, SETTING, TALLY } from '../domain/figures/making.ts';

test('what was put in elsewhere, of what was found, and nothing that was said of it', () => {
  expect(used.ofTally?.(TALLY)).toEqual({ count: 8, of: 20 });
  expect(used.observe(counted({ reports: [report()] }), SETTING)).toEqual([]);
});
