import { expect, test } from 'vitest';
import { edited } from '../../../lib/metrics/edited.ts';
import { counted, report, SETTING, TALLY } from '../domain/figures/making.ts';

test('what was changed, of what was used, and nothing that was said of it', () => {
  expect(edited.ofTally?.(TALLY)).toEqual({ count: 2, of: 8 });
  expect(edited.observe(counted({ reports: [report()] }), SETTING)).toEqual([]);
});
