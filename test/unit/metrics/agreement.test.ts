import { expect, test } from 'vitest';
import { agreement } from '../../../lib/metrics/agreement.ts';
import { counted, day, decision, SETTING } from '../domain/figures/making.ts';

test('the first word of each of two people, and never one’s own second thought', () => {
  const decisions = [
    decision('approve', { source: 'luca' }),
    decision('block', { source: 'luca', decidedAt: day(4) }),
    decision('escalate', { source: 'sara', decidedAt: day(5) }),
    decision('approve_with_notes', { source: 'sara', decidedAt: day(6) }),
    decision('modify', { source: 'elena', decidedAt: day(7) }),
  ];
  expect(agreement.observe(counted({ decisions }), SETTING)).toEqual([
    { at: day(6), value: ['usable', 'usable', 'corrected'] },
  ]);
  expect(agreement.observe(counted({ decisions: decisions.slice(0, 3) }), SETTING)).toEqual([]);
});

test('one person in two browsers is one', () => {
  const decisions = [
    decision('approve', { source: 'laptop', author: 'luca' }),
    decision('block', { source: 'desktop', author: 'luca' }),
  ];
  expect(agreement.observe(counted({ decisions }), SETTING)).toEqual([]);
});
