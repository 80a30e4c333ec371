import { expect, test } from 'vitest';
import { held } from '../../../lib/metrics/held.ts';
import { counted, report, SETTING, TALLY } from '../domain/figures/making.ts';

test('what was held at a gate, of what was found, and nothing that was said of it', () => {
  expect(held.ofTally?.(TALLY)).toEqual({ count: 4, of: 20 });
  expect(held.observe(counted({ reports: [report()] }), SETTING)).toEqual([]);
});
