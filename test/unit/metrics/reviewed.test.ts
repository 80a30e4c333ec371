import { expect, test } from 'vitest';
import { reviewed } from '../../../lib/metrics/reviewed.ts';
import { counted, decision, SETTING, TALLY } from '../domain/figures/making.ts';
import { TRACE } from '../domain/making.ts';

test('a text that a person has decided on counts when it was found, and one that was only passed on does not', () => {
  const found = { at: TRACE.completedAt, value: { count: 1, of: 0 } };
  expect(reviewed.observe(counted({ decisions: [decision('block'), decision('approve')] }), SETTING)).toEqual([found]);
  expect(reviewed.observe(counted({ decisions: [decision('escalate')] }), SETTING)).toEqual([]);
  expect(reviewed.ofTally?.(TALLY)).toEqual({ count: 0, of: 20 });
});
