/** What if, by process: whom the rules would ask, and which approvals would not do under another checklist. */
import { expect, test } from 'vitest';
import type { Verdict } from '../../../../../lib/domain/codes.ts';
import type { CountedOutput } from '../../../../../lib/domain/figures/counted.ts';
import type { GovernancePolicy } from '../../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../../lib/domain/policy/process.ts';
import { processReplay } from '../../../../../lib/domain/review/replay/replay-of.ts';
import { TRACE } from '../../making.ts';

const policyOf = (more: Partial<Process>): GovernancePolicy => ({
  ...{ format: 2, version: 'draft' },
  processes: [
    {
      ...{ id: 'faq', name: 'FAQ', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
      ...{ publicInterest: 'never', review: { mode: 'full' } },
      gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' },
      ...more,
    },
  ],
});

const AT = '2026-11-02T09:00:00.000Z';
const decided = (n: number, verdict: Verdict, answered: string[], processId = 'faq'): CountedOutput => {
  const hash = `sha256:${n}`;
  const inProcess = { processId, policyVersion: 'v1', textHash: hash, answered, left: [] };
  const decision = { decisionId: String(n), verdict, reportIds: [], source: 'anna', decidedAt: AT, inProcess };
  return { hash, trace: { ...TRACE, completedAt: AT }, reports: [], decisions: [decision] };
};

const point = (id: string, without: 'block' | 'warn' = 'block') => ({ id, text: id, without });
const RECORD = [
  decided(1, 'approve', ['facts', 'tone']),
  decided(2, 'approve', ['tone']),
  decided(3, 'modify', []),
  decided(4, 'block', []),
  decided(5, 'approve', [], 'mail'),
];
const replayOf = (more: Partial<Process>, from = '') => processReplay(RECORD, policyOf(more), from)[0];

test('approvals that lack a point which these rules want are counted; what only warns, blocks and other processes are not', () => {
  expect(replayOf({ checklist: [point('facts')] })?.checklist).toEqual({ approvals: 3, short: 2 });
  expect(replayOf({ checklist: [point('tone'), point('facts', 'warn')] })?.checklist).toEqual({
    ...{ approvals: 3, short: 1 },
  });
  expect(replayOf({ checklist: [point('facts', 'warn')] })).not.toHaveProperty('checklist');
  expect(replayOf({})).not.toHaveProperty('checklist');
  expect(replayOf({ checklist: [point('facts')] }, '2026-11-03')?.checklist).toEqual({ approvals: 0, short: 0 });
});

test('whom they would ask: those who may approve, else whoever decides in the team', () => {
  expect(replayOf({ authority: { approve: ['role:process-lead'] } })?.asked).toEqual(['role:process-lead']);
  expect(replayOf({})?.asked).toEqual(['role:reviewer', 'role:admin']);
});
