import { expect, test } from 'vitest';
import { waiting } from '../../../lib/metrics/waiting.ts';
import { counted, day, decision, inProcess, report, SETTING } from '../domain/figures/making.ts';

const HOUR = 3_600_000;
const spells = (output: Parameters<typeof waiting.observe>[0]) =>
  waiting.observe(output, SETTING).map(({ value }) => [value.length / HOUR, value.ended]);

test('forty reports that one decision answers are one wait, from the first on', () => {
  const reports = Array.from({ length: 40 }, (_, at) =>
    report({ reportedAt: day(2, 9 + (at % 10)), state: 'decided', verdict: 'block', decidedAt: day(3, 9) }),
  );
  expect(spells(counted({ reports }))).toEqual([[24, true]]);
});

test('what is open, or was only passed on, has waited until now', () => {
  expect(spells(counted({ reports: [report({ reportedAt: day(28, 10) })] }))).toEqual([[2, false]]);
  const passedOn = report({ reportedAt: day(28, 10), state: 'decided', verdict: 'escalate', decidedAt: day(28, 11) });
  expect(spells(counted({ reports: [passedOn] }))).toEqual([[2, false]]);
});

test('what was taken back is counted as far as it was open; praise asks nothing', () => {
  const back = report({ state: 'withdrawn', updatedAt: day(2, 12) });
  expect(spells(counted({ reports: [back, report({ categories: ['good'] })] }))).toEqual([[3, false]]);
  expect(
    spells(counted({ reports: [back, report({ state: 'decided', verdict: 'block', decidedAt: day(2, 10) })] })),
  ).toEqual([[1, true]]);
});

test('a request at the gate waits until the decision, or the leave, that answers it', () => {
  const yes = decision('approve', { decidedAt: day(4, 13) });
  const request = { requestId: 'r', kind: 'approval', processId: 'faq', policyVersion: '1', textHash: 'h' } as const;
  const requests = [{ ...request, source: 'anna', madeAt: day(4, 9), answeredBy: yes.decisionId }];
  expect(spells(counted({ decisions: [yes], inProcess: inProcess({ requests }) }))).toEqual([[4, true]]);
});
