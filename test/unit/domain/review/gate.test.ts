/** What the record of a stratum lets through at the gate: what was drawn, of its own text, while the record holds. */
import { describe, expect, it } from 'vitest';
import { gateOfOutput, type JudgedOutput } from '../../../../lib/domain/gate/asked.ts';
import { nothingHappened } from '../../../../lib/domain/output/process-record.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { nothingReviewed, type ReviewMode } from '../../../../lib/domain/review/mode.ts';
import { type Strata, strataOf } from '../../../../lib/domain/review/strata.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const [HASH, OTHER] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`];
const policyWith = (process: Partial<Process>): GovernancePolicy =>
  policySchema.parse({
    ...{ format: 2, version: 'v1' },
    processes: [
      {
        ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
        ...{ publicInterest: 'never', review: { mode: 'earned', clean: 30, oneIn: 10 } },
        gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' },
        ...process,
      },
    ],
  }) as GovernancePolicy;

const drawn = (fields: object = {}) => ({
  ...{ outcome: 'auto_accept' as const, processId: 'faq', policyVersion: 'v1', stratum: 'faq|chatgpt|GPT-5' },
  ...{ drawnAt: NOW, ...fields },
});
const output = (draw: object | undefined, fields: Partial<JudgedOutput> = {}): JudgedOutput => ({
  ...{ hash: HASH, status: 'unreviewed', decisions: [] },
  trace: { tool: 'chatgpt', model: 'GPT-5', pageUrl: 'https://chat.example/1' },
  inProcess: { ...nothingHappened(), ...(draw ? { draws: [drawn(draw)] } : {}) },
  ...fields,
});
const standing = (mode: ReviewMode): Strata => ({
  of: () => ({
    ...{ plan: { clean: 30, oneIn: 10, miss: 0 }, unanswered: 0, accepts: mode === 'sampled' },
    standing: { ...nothingReviewed(), mode },
  }),
});
const ruleOf = (found: JudgedOutput, mode: ReviewMode, hash = HASH, policy = policyWith({})) =>
  gateOfOutput(found, policy, { now: NOW, hash, strata: standing(mode) }).rule;

describe('at the gate', () => {
  it.each<[string, string, JudgedOutput, ReviewMode, string?]>([
    ['lets through what was drawn as accepted', 'accepted_by_rule', output({}), 'sampled'],
    ['holds what was drawn to be looked at', 'unreviewed', output({ outcome: 'ask' }), 'sampled'],
    ['holds what nobody drew', 'unreviewed', output(undefined), 'sampled'],
    ['holds it once a defect has closed the stratum', 'unreviewed', output({}), 'tightened'],
    ['holds everything where it stopped', 'stopped', output({}), 'stopped'],
    ['holds another text than the one that was drawn', 'unreviewed', output({}), 'sampled', OTHER],
    ['holds what was drawn under another version', 'unreviewed', output({ policyVersion: 'v0' }), 'sampled'],
    ['holds what was drawn in another process', 'unreviewed', output({ processId: 'mail' }), 'sampled'],
    ['holds what was drawn as another model’s', 'unreviewed', output({ stratum: 'faq|chatgpt|GPT-4' }), 'sampled'],
    ['holds what somebody reported', 'reported', output({}, { status: 'reported' }), 'sampled'],
  ])('%s', (_, rule, found, mode, hash) => {
    expect(ruleOf(found, mode, hash)).toBe(rule);
  });

  it('holds what the tool itself says to be less sure of than the rules ask for, by the very text that it said it of', () => {
    const policy = policyWith({ review: { mode: 'earned', clean: 30, oneIn: 10, confidence: 0.85 } });
    const said = (statedConfidence: string): JudgedOutput => {
      const found = output({});
      return { ...found, trace: { ...found.trace, statedConfidence } };
    };
    const rules = ['Confidence: 84.9 %', 'Confidence: 85 %', 'Confidence: low'].map((words) =>
      ruleOf(said(words), 'sampled', HASH, policy),
    );
    expect(rules).toEqual(['stated_unsure', 'accepted_by_rule', 'accepted_by_rule']);
    expect(ruleOf(said('Confidence: 10 %'), 'sampled', OTHER, policy)).toBe('unreviewed');
    expect(ruleOf(said('Confidence: 100 %'), 'tightened', HASH, policy)).toBe('unreviewed');
    expect(ruleOf(said('Confidence: 10 %'), 'sampled')).toBe('accepted_by_rule');
  });

  it('lets nothing through by its record that may inform the public', () => {
    const policy = policyWith({ publishes: true, publicInterest: 'always' });
    const { rule, effect } = gateOfOutput(output({}), policy, { now: NOW, strata: strataOf([], policy) });
    expect([rule, effect]).toEqual(['public_needs_responsible', 'hold']);
  });

  it('asks for everything where nothing was reviewed, and knows why nothing ever will be less', () => {
    const policy = policyWith({});
    const [process] = policy.processes ?? [];
    const strata = strataOf([], policy);
    const found = { trace: { tool: 'chatgpt' } };
    expect(process && strata.of(process, found)).toMatchObject({ accepts: false, standing: { mode: 'full', run: 0 } });
    expect(process && strata.of({ ...process, review: { mode: 'full' } }, found)).toBe('full');
  });
});
