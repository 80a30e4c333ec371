import { expect, test } from 'vitest';
import type { Process } from '../../../lib/domain/policy/process.ts';
import { punctual } from '../../../lib/metrics/punctual.ts';
import { counted, day, inProcess, NOW, report } from '../domain/figures/making.ts';

const FAQ: Process = {
  id: 'faq',
  name: 'FAQ',
  applies: {},
  risk: 'low',
  publishes: false,
  publicInterest: 'never',
  review: { mode: 'full' },
  gate: { mode: 'off', unreviewed: 'pass', reported: 'pass', override: 'never' },
  dueAfterHours: 24,
};
const setting = { now: NOW, processes: new Map([['faq', FAQ]]) };
const inFaq = (over: Parameters<typeof report>[0]) =>
  counted({ reports: [report(over)], inProcess: inProcess({ processId: 'faq' }) });
const answered = (decidedAt: string) => inFaq({ state: 'decided', verdict: 'approve', decidedAt });

test('within the time, after it, and what is due and open', () => {
  expect(punctual.observe(answered(day(3, 9)), setting)).toEqual([{ at: day(2), value: true }]);
  expect(punctual.observe(answered(day(3, 10)), setting)).toEqual([{ at: day(2), value: false }]);
  expect(punctual.observe(inFaq({}), setting)).toEqual([{ at: day(2), value: false }]);
});

test('left out: what is not yet due, taken back, or in no process with a time', () => {
  expect(punctual.observe(inFaq({ reportedAt: day(28) }), setting)).toEqual([]);
  expect(punctual.observe(inFaq({ state: 'withdrawn' }), setting)).toEqual([]);
  expect(punctual.observe(counted({ reports: [report()] }), setting)).toEqual([]);
});

test('the clock stands still while a question is open', () => {
  const questions = [
    { questionId: 'q', source: 'luca', madeAt: day(2, 10), answer: { source: 'anna', madeAt: day(4, 10) } },
  ];
  const output = counted({
    reports: [report({ state: 'decided', verdict: 'block', decidedAt: day(5, 9) })],
    inProcess: inProcess({ processId: 'faq', questions }),
  });
  expect(punctual.observe(output, setting)).toEqual([{ at: day(2), value: true }]);
});
