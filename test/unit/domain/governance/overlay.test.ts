/** An overlay never loosens; where it is refused, the case that is shown really slips. */

import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../../../lib/domain/gate/examples.ts';
import { gateOf } from '../../../../lib/domain/gate/gate.ts';
import { strictness } from '../../../../lib/domain/policy/effect.ts';
import { overlaid, slipOf } from '../../../../lib/domain/policy/overlay.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { fc } from '../../property.ts';
import { anyPair } from './random.ts';

const policyOf = (process: Process, version = 'base'): GovernancePolicy =>
  policySchema.parse({
    ...{ format: 2, version, processes: [process] },
    roles: [{ id: 'desk', name: 'Desk', members: ['person:anna', 'person:luca'] }],
  }) as GovernancePolicy;

const FAQ: Process = {
  ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', authority: { approve: ['person:luca'] } },
  ...{ review: { mode: 'full' }, gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' } },
  checklist: [{ id: 'facts', text: 'Facts are checked', without: 'block' }],
};
const slipWith = (change: Partial<Process>) => slipOf(policyOf(FAQ), policyOf({ ...FAQ, ...change }, 'team'));

describe('an overlay that loosens is refused by a case', () => {
  it('a text that nobody reviewed would pass', () => {
    const slip = slipWith({ gate: { ...FAQ.gate, unreviewed: 'tell' } });
    expect(slip).toMatchObject({ kind: 'passes', question: { status: 'unreviewed' }, after: { effect: 'tell' } });
  });

  it('somebody else could approve', () => {
    const slip = slipWith({ authority: { approve: ['person:luca', 'person:anna'] } });
    expect(slip).toMatchObject({ kind: 'decides', verb: 'approve', person: { subject: 'anna' } });
  });

  it.each<[string, Partial<Process>, string]>([
    ['a gate that is switched off', { gate: { ...FAQ.gate, mode: 'off' } }, 'passes'],
    ['a dry run in the place of a gate', { gate: { ...FAQ.gate, mode: 'evaluate' } }, 'passes'],
    ['a point of the checklist that is gone', { checklist: [] }, 'unasked'],
    [
      'a point that only warns',
      { checklist: [{ id: 'facts', text: 'Facts are checked', without: 'warn' }] },
      'unasked',
    ],
    ['review that is earned in the place of full', { review: { mode: 'earned', clean: 10, oneIn: 10 } }, 'lessReview'],
    ['an approval that outlives the policy', { approval: { outlivesVersion: true } }, 'passes'],
    ['own texts after a day', { selfReviewAfterHours: 24 }, 'lapses'],
    ['a place that is covered no more', { applies: { tools: ['gemini'] } }, 'gone'],
  ])('%s', (_, change, kind) => {
    expect(slipWith(change)?.kind).toBe(kind);
  });
});

describe('an overlay that adds and tightens is taken', () => {
  it.each<[string, Partial<Process>]>([
    ['the same again', {}],
    [
      'a point more',
      { checklist: [...(FAQ.checklist ?? []), { id: 'tone', text: 'The tone is ours', without: 'warn' }] },
    ],
    ['another tool', { applies: { tools: ['chatgpt', 'gemini'] } }],
    ['nobody may approve but a lawyer', { authority: { approve: [] } }],
    ['approvals that end', { approval: { days: 30 } }],
    ['designers who do not judge', { designers: ['person:luca'] }],
  ])('%s', (_, change) => {
    expect(slipWith(change)).toBeUndefined();
  });

  it('a process of its own', () => {
    const own = policyOf({ ...FAQ, id: 'ads', gate: { ...FAQ.gate, mode: 'off' } }, 'team');
    expect(slipOf(policyOf(FAQ), own)).toBeUndefined();
    expect(overlaid(policyOf(FAQ), own).processes?.map(({ id }) => id)).toEqual(['faq', 'ads']);
  });
});

describe('over random policies', () => {
  it('what is taken lets nothing through that the base held back', () => {
    void fc.assert(
      fc.property(anyPair, ([base, over]) => {
        fc.pre(slipOf(policyOf(base), policyOf(over, 'team')) === undefined);
        const merged = overlaid(policyOf(base), policyOf(over, 'team')).processes?.[0];
        for (const question of questionsOf('faq')) {
          const [before, after] = [gateOf({ ...question, process: base }), gateOf({ ...question, process: merged })];
          expect(strictness(after.effect)).toBeGreaterThanOrEqual(strictness(before.effect));
        }
      }),
    );
  });

  it('the case that is shown really slips', () => {
    void fc.assert(
      fc.property(anyPair, ([base, over]) => {
        const slip = slipOf(policyOf(base), policyOf(over, 'team'));
        fc.pre(slip?.kind === 'passes');
        if (slip?.kind !== 'passes') return;
        const merged = overlaid(policyOf(base), policyOf(over, 'team')).processes?.[0];
        expect(gateOf({ ...slip.question, process: base })).toEqual(slip.before);
        expect(gateOf({ ...slip.question, process: merged })).toEqual(slip.after);
        expect(strictness(slip.after.effect)).toBeLessThan(strictness(slip.before.effect));
      }),
    );
  });
});
