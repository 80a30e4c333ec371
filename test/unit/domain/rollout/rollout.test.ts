/** From audit to scale: what of a process's conditions is met, from the record, and what goes to another team. */
import { expect, test } from 'vitest';
import type { Verdict } from '../../../../lib/domain/codes.ts';
import type { CountedOutput } from '../../../../lib/domain/figures/counted.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { wilson } from '../../../../lib/domain/review/intervals.ts';
import { middleApart } from '../../../../lib/domain/rollout/apart.ts';
import { copiedProcess, learnedIn } from '../../../../lib/domain/rollout/copied.ts';
import { recordedOf } from '../../../../lib/domain/rollout/recorded.ts';
import { type RolloutCondition, rolloutOf } from '../../../../lib/domain/rollout/rollout.ts';
import { TRACE } from '../making.ts';

const processOf = (rollout?: Process['rollout'], more: Partial<Process> = {}): Process => ({
  ...{ id: 'faq', name: 'FAQ', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', review: { mode: 'full' }, owner: 'person:anna' },
  gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' },
  escalation: [{ to: ['role:admin'], escalateAfterHours: 4 }],
  ...(rollout ? { rollout } : {}),
  ...more,
});
const policyOf = (process: Process): GovernancePolicy => ({ format: 2, version: 'v1', processes: [process] });

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 2, 8) + hour * 3_600_000).toISOString();

/** A text that is complete at hour 0, and who said what of it, and when. */
const output = (n: number, ...said: [by: string, verdict: Verdict, hour: number][]): CountedOutput => ({
  hash: `sha256:${n}`,
  trace: { ...TRACE, characters: 100 * n, completedAt: at(0) },
  reports: [],
  decisions: said.map(([by, verdict, hour], each) => ({
    ...{ decisionId: `${n}-${each}`, verdict, reportIds: [], source: by, author: by, decidedAt: at(hour) },
  })),
});

const people = ['anna', 'bice', 'carlo', 'dino', 'elsa'];
const reviewed = (count: number, defects: number, of = people): CountedOutput[] =>
  Array.from({ length: count }, (_, n) =>
    output(n + 1, [of[n % of.length] ?? '', n < defects ? 'block' : 'approve', 2]),
  );

const statesOf = (conditions: readonly RolloutCondition[]) =>
  Object.fromEntries(conditions.map((c) => [c.of, c.state]));
const standing = (process: Process, outputs: readonly CountedOutput[], around: Parameters<typeof rolloutOf>[2]) => {
  const recorded = recordedOf(outputs, policyOf(process)).get('faq');
  if (!recorded) throw new Error('The process has a record');
  return rolloutOf(process, recorded, around);
};
const NOBODY = { trained: undefined, isReviewOver: undefined };

test('without a roll-out in the rules there is none; in the audit what the rules do not set is not met', () => {
  expect(standing(processOf(), [], NOBODY)).toBeUndefined();
  const bare = standing(processOf({ phase: 'audit' }, { owner: undefined }), [], NOBODY);
  expect(statesOf(bare?.conditions ?? [])).toEqual({
    ...{ owner: 'missing', texts: 'unset', goals: 'unset', baseline: 'missing' },
  });
  expect(bare).toMatchObject({ isReady: false, next: 'pilot' });
  const asked = processOf({ phase: 'audit', texts: 12, defects: 0.1 });
  // Enough was reviewed; until that is frozen it may still drift.
  const open = standing(asked, reviewed(12, 1), NOBODY);
  expect(statesOf(open?.conditions ?? [])).toMatchObject({ texts: 'met', goals: 'met', baseline: 'missing' });
  const done = standing(asked, [], { ...NOBODY, baseline: { reviewed: 12 } });
  expect(done?.conditions.find(({ of }) => of === 'baseline')).toEqual({ of: 'baseline', state: 'met' });
  expect(standing(asked, reviewed(12, 1), { ...NOBODY, baseline: { reviewed: 12 } })).toMatchObject({
    phase: 'audit',
    isReady: true,
    next: 'pilot',
  });
});

test('a pilot is over when enough was reviewed, with few enough defects for certain, in time, rehearsed, and people trained', () => {
  const rollout = { phase: 'pilot', reviewed: 100, defects: 0.1, withinHours: 3, trained: 6 } as const;
  const passedOn = output(500, ['anna', 'escalate', 1], ['bice', 'approve', 4]);
  const all = standing(processOf(rollout), [...reviewed(120, 3), passedOn], { ...NOBODY, trained: 6 });
  expect(all).toMatchObject({ isReady: true, next: 'scale' });
  expect(all?.conditions.find(({ of }) => of === 'defects')).toEqual({
    ...{ of: 'defects', state: 'met', has: wilson(3, 121)[1], needs: 0.1 },
  });
  // Three of twenty is 15 %; three of forty 7.5 %, which may still be more than one in ten.
  const few = standing(processOf({ ...rollout, reviewed: 40 }), reviewed(40, 3), { ...NOBODY, trained: 5 });
  expect(statesOf(few?.conditions ?? [])).toEqual({
    ...{ full: 'met', reviewed: 'met', defects: 'missing', hours: 'met', rehearsed: 'missing', trained: 'missing' },
  });
});

test('of fewer than five people no figure is told, and nothing goes on by it', () => {
  const rollout = { phase: 'pilot', reviewed: 10, defects: 0.5, withinHours: 3, trained: 5 } as const;
  const few = standing(processOf(rollout), reviewed(40, 0, people.slice(0, 4)), { ...NOBODY, trained: null });
  expect(statesOf(few?.conditions ?? [])).toMatchObject({ defects: 'few', hours: 'few', trained: 'few' });
  expect(few?.conditions.filter(({ state, has }) => state === 'few' && has !== undefined)).toEqual([]);
  expect(few?.isReady).toBe(false);
  // That it is enough is told; of how many people's work it is not.
  expect(few?.conditions.find(({ of }) => of === 'reviewed')).toEqual({ of: 'reviewed', state: 'met', needs: 10 });
});

test('an escalation is rehearsed when somebody else answered in time: not late, not oneself, not by silence', () => {
  const rollout = { phase: 'pilot' } as const;
  const rehearsed = (...of: Parameters<typeof output>) =>
    standing(processOf(rollout), [output(...of)], NOBODY)?.conditions.find(({ of: one }) => one === 'rehearsed')?.state;
  expect(rehearsed(1, ['anna', 'escalate', 1], ['bice', 'block', 5])).toBe('met');
  expect(rehearsed(1, ['anna', 'escalate', 1], ['bice', 'block', 6])).toBe('missing');
  expect(rehearsed(1, ['anna', 'escalate', 1], ['anna', 'approve', 2])).toBe('missing');
  expect(rehearsed(1, ['anna', 'escalate', 1], ['bice', 'escalate', 2])).toBe('missing');
  expect(rehearsed(1, ['bice', 'approve', 1], ['anna', 'escalate', 2])).toBe('missing');
  const without = standing(processOf(rollout, { escalation: [] }), [], NOBODY);
  expect(statesOf(without?.conditions ?? []).rehearsed).toBe('unset');
});

test('at scale the figures hold and the review of the rules is not late; there is no phase after it', () => {
  const process = processOf({ phase: 'scale', defects: 0.2, withinHours: 3 });
  const at = (isReviewOver: boolean | undefined) => standing(process, reviewed(60, 0), { ...NOBODY, isReviewOver });
  expect(at(false)).toMatchObject({ isReady: true });
  expect(at(false)).not.toHaveProperty('next');
  expect(statesOf(at(true)?.conditions ?? []).reviewDue).toBe('missing');
  expect(statesOf(at(undefined)?.conditions ?? []).reviewDue).toBe('unset');
});

test('how much and how varied: lengths, and how far apart by the words that two share', () => {
  const recorded = recordedOf(reviewed(10, 0), policyOf(processOf())).get('faq');
  expect(recorded).toMatchObject({ texts: 10, lengths: [200, 600, 1_000] });
  expect(middleApart([])).toBeUndefined();
  expect(middleApart([new Set([1])])).toBeUndefined();
  expect(middleApart([new Set([1, 2, 3]), new Set([1, 2, 3])])).toBe(0);
  // 2 of 4 shared, 0 of 5, 1 of 4: the middle is 3 of 4.
  expect(middleApart([new Set([1, 2, 3]), new Set([2, 3, 4]), new Set([5, 4])])).toBeCloseTo(0.75, 10);
});

const withReports = (
  n: number,
  by: string,
  category: 'factual' | 'style' | 'harm',
  verdict: Verdict,
): CountedOutput => ({
  ...output(n),
  reports: [
    {
      ...{ reportId: String(n), source: by, author: by, categories: [category], severity: 'major' },
      ...{ hash: `sha256:${n}`, reportedAt: at(0), updatedAt: at(0), state: 'decided', verdict },
    } as CountedOutput['reports'][number],
  ],
});

test('what was upheld most often goes along as points, from five reporters up; people and places stay', () => {
  const found = people.flatMap((by, n) => [
    withReports(n, by, 'style', 'block'),
    withReports(n + 10, by, 'harm', 'approve'),
    ...(n < 2 ? [withReports(n + 20, by, 'factual', 'modify')] : []),
  ]);
  expect(learnedIn(found)).toEqual(['style', 'factual']);
  expect(learnedIn(found.filter(({ reports: [report] }) => report?.source !== 'elsa'))).toEqual([]);
  const process = processOf(
    { phase: 'scale', defects: 0.1 },
    {
      checklist: [{ id: 'learned-style', text: 'Tone', without: 'warn' }],
      review: { mode: 'earned', oneIn: 10, clean: 30 },
    },
  );
  const copy = copiedProcess(process, ['style', 'factual'], (of) => `Checked: ${of}`);
  expect(copy).toMatchObject({
    ...{ id: 'faq', name: 'FAQ', applies: { choice: true }, rollout: { phase: 'pilot', defects: 0.1 } },
    review: { mode: 'full', oneIn: 10, clean: 30 },
    checklist: [
      { id: 'learned-style', text: 'Tone' },
      { id: 'learned-factual', text: 'Checked: factual', without: 'block' },
    ],
  });
  for (const own of ['owner', 'escalation', 'designers', 'authority']) expect(copy).not.toHaveProperty(own);
  expect(policySchema.safeParse({ format: 2, version: 'v1', processes: [copy] }).success).toBe(true);
});
