/** What the figures ask for, and the test cases that are made of a pattern. */
import { expect, it } from 'vitest';
import { testCaseLines } from '../../../../lib/domain/export/test-cases.ts';
import { MERGED } from '../../../../lib/domain/figures/groups.ts';
import { costliestPatterns, waitingPastDue } from '../../../../lib/domain/figures/next-steps.ts';
import type { Output } from '../../../../lib/domain/output/output.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { TRACE } from '../making.ts';
import { counted, decision, inProcess, report, SETTING } from './making.ts';

const MONTHS = ['2026-11'];
const reported = (source: string, over: Parameters<typeof report>[0] = {}, toolName = 'ChatGPT') =>
  counted({ trace: { ...TRACE, toolName }, reports: [report({ source, ...over })] });
const five = (over: Parameters<typeof report>[0] = {}, toolName?: string) =>
  ['a', 'b', 'c', 'd', 'e'].map((source) => reported(source, over, toolName));

it('what costs most comes first, the heaviest text of it first; praise and what was declined cost nothing', () => {
  const critical = reported('f', { severity: 'critical' });
  const outputs = [
    ...five(),
    critical,
    ...five({ categories: ['style'], severity: 'minor' }),
    ...five({ categories: ['good'], severity: 'neutral', state: 'noted' }),
    ...five({ categories: ['outdated'], state: 'decided', verdict: 'approve' }),
    ...five({ categories: ['harm'], reportedAt: '2026-08-01T00:00:00.000Z' }),
  ];
  const patterns = costliestPatterns(outputs, MONTHS, 'team');
  expect(patterns.map(({ category, weight, hashes }) => [category, weight, hashes.length])).toEqual([
    ['factual', 50, 6],
    ['style', 5, 5],
  ]);
  expect(patterns[0]?.hashes[0]).toBe(critical.hash);
});

it('of a team no pattern is of fewer than five people, and of one person every one that came twice', () => {
  const outputs = [...five().slice(1), reported('a', {}, 'Claude'), reported('a', {}, 'Claude')];
  expect(costliestPatterns(five().slice(1), MONTHS, 'team')).toEqual([]);
  expect(costliestPatterns(outputs, MONTHS, 'team').map(({ tool }) => tool)).toEqual([MERGED]);
  expect(costliestPatterns(outputs, MONTHS, 'own').map(({ tool }) => tool)).toEqual(['ChatGPT', 'Claude']);
});

it('of a team what few had a part in within a month is in no pattern: a longer range would give them away', () => {
  const before = { reportedAt: '2026-10-20T09:00:00.000Z' };
  const outputs = [...five(), reported('f', { ...before, severity: 'critical' }), reported('g', before)];
  const patterns = (scope: 'team' | 'own', months = ['2026-10', ...MONTHS]) =>
    costliestPatterns(outputs, months, scope).map(({ hashes }) => hashes.length);
  expect([patterns('team', MONTHS), patterns('team'), patterns('own')]).toEqual([[5], [5], [7]]);
});

it('a tool that few used is counted together with another, and named by neither', () => {
  const outputs = [...five(), ...five({}, 'Claude').slice(3)];
  const patterns = costliestPatterns(outputs, MONTHS, 'team');
  expect(patterns.map(({ tool, hashes }) => [tool, hashes.length])).toEqual([[MERGED, 7]]);
});

it('a text waits past its time where its process sets one and nobody has answered', () => {
  const setting = { ...SETTING, processes: new Map([['faq', { dueAfterHours: 8 } as Process]]) };
  const old = { reportedAt: '2026-11-02T09:00:00.000Z' };
  const late = { ...reported('a', old), inProcess: inProcess({ processId: 'faq' }) };
  const answered = {
    ...reported('a', { ...old, state: 'decided', verdict: 'block', decidedAt: '2026-11-02T10:00:00.000Z' }),
  };
  expect(waitingPastDue([late, reported('b', old), { ...answered, inProcess: late.inProcess }], setting)).toBe(1);
});

it('a test case has prompt, text, reports and the correction, and nobody’s name', () => {
  const output: Output = {
    ...{ hash: 'sha256:1', trace: TRACE },
    decisions: [decision('modify', { content: { correctedText: 'Rome.' }, author: 'luca' })],
    ...{ outputId: 'chatgpt:1:1', content: { text: 'Milan.', prompt: 'Capital?' }, status: 'modified', openReports: 0 },
    reports: [report({ author: 'anna', content: { passages: [], comment: 'Wrong city', correction: 'Turin.' } })],
    ...{ firstSeenAt: '', updatedAt: '' },
  };
  const [line = '', ...rest] = testCaseLines([output, { ...output, content: undefined } as unknown as Output]).split(
    '\n',
  );
  expect(rest).toEqual(['']);
  expect(JSON.parse(line)).toMatchObject({
    ...{ id: 'sha256:1', input: 'Capital?', expectedOutput: 'Rome.' },
    metadata: { output: 'Milan.', verdict: 'modify', reports: [{ categories: ['factual'], comment: 'Wrong city' }] },
  });
  expect(line).not.toMatch(/anna|luca/);
});
