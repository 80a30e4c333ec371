import { expect, test } from 'vitest';
import { acceptance } from '../../../lib/metrics/acceptance.ts';
import { counted, day, decision, SETTING } from '../domain/figures/making.ts';

const observed = (...verdicts: Parameters<typeof decision>[0][]) =>
  acceptance.observe(
    counted({ decisions: verdicts.map((verdict, at) => decision(verdict, { decidedAt: day(3 + at) })) }),
    SETTING,
  );

test('the first word counts, and passing on is none', () => {
  expect(observed('escalate', 'block', 'approve')).toEqual([{ at: day(4), value: false }]);
  expect(observed('approve_with_notes', 'block')).toEqual([{ at: day(3), value: true }]);
  expect(observed('modify')).toEqual([{ at: day(3), value: false }]);
});

test('what nobody decided on is neither', () => {
  expect(observed()).toEqual([]);
  expect(observed('escalate')).toEqual([]);
});
