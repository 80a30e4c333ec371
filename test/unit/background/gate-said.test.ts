/** What a page may know of a gate: codes, roles by name, times; nobody by name and no words. */
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answeredOf, freshAt } from '../../../lib/background/gate/said.ts';
import type { JudgedOutput } from '../../../lib/domain/gate/asked.ts';
import { nothingHappened } from '../../../lib/domain/output/process-record.ts';
import { type GovernancePolicy, policySchema } from '../../../lib/domain/policy/policy.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const HASH = `sha256:${'a'.repeat(64)}`;
const POLICY = policySchema.parse({
  ...{ format: 2, version: '7' },
  roles: [{ id: 'desk', name: 'Contract desk', members: ['person:luca'] }],
  processes: [
    {
      ...{ id: 'faq', name: 'FAQ answers', applies: { addresses: ['chat.example/faq'] }, risk: 'medium' },
      ...{ publishes: false, publicInterest: 'never', review: { mode: 'full' }, dueAfterHours: 4 },
      gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' },
      authority: { approve: ['role:desk', 'role:admin', 'person:luca', 'group:legal'] },
      approval: { days: 2 },
    },
  ],
}) as GovernancePolicy;
const AT = { tool: 'chatgpt', pageUrl: 'https://chat.example/faq/1' };
const output = (fields: Partial<JudgedOutput> = {}): JudgedOutput => ({
  ...{ hash: HASH, status: 'unreviewed', decisions: [], trace: AT },
  ...fields,
});
const approved = (decidedAt: string): JudgedOutput['decisions'] => [
  {
    ...{ decisionId: 'd', verdict: 'approve', reportIds: [], source: 's', decidedAt },
    inProcess: { processId: 'faq', policyVersion: '7', textHash: HASH, answered: [], left: [] },
  },
];

describe('what is said at a gate', () => {
  it('is nothing outside any process, of a text that is known or new', () => {
    const elsewhere = { ...AT, pageUrl: 'https://chat.example/faqs' };
    expect(answeredOf(output({ trace: elsewhere }), POLICY, NOW)).toEqual({ hash: HASH });
    expect(freshAt(elsewhere, POLICY, NOW)).toBeUndefined();
    expect(freshAt(AT, undefined, NOW)).toBeUndefined();
  });

  it('names roles, and of people and groups only that there are some', () => {
    const said = freshAt(AT, POLICY, NOW);
    expect(said).toMatchObject({ state: 'unsatisfied', effect: 'hold', rule: 'unreviewed', asked: [] });
    expect(said?.who).toEqual([{ name: 'Contract desk' }, { role: 'admin' }, { role: 'named' }]);
    expect(JSON.stringify(said)).not.toMatch(/luca|legal/);
  });

  it('also where the text was first seen elsewhere, and now stands in the process', () => {
    const moved = output({ trace: { ...AT, pageUrl: 'https://other.example/' }, sightings: [AT] });
    expect(answeredOf(moved, POLICY, NOW).said?.effect).toBe('hold');
  });

  it('has the tool’s own word of how sure it is beside it, of that text alone', () => {
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name: string) =>
      name === 'common_language' ? 'en' : `${name} {said} {limit}`,
    );
    const sure = output({ trace: { ...AT, statedConfidence: 'Confidence: 85 %' } });
    expect(answeredOf(sure, POLICY, NOW).said?.stated).toMatch(/^stated_said .*Confidence: 85 %/);
    expect(answeredOf(output(), POLICY, NOW).said?.stated).toBeUndefined();
    expect(answeredOf(sure, POLICY, NOW, undefined, `sha256:${'b'.repeat(64)}`).said?.stated).toBeUndefined();
    const [process] = POLICY.processes ?? [];
    if (!process) throw new Error('no process');
    const limited = (confidence: number) => ({
      ...{ ...POLICY, processes: [{ ...process, review: { mode: 'earned' as const, confidence } }] },
    });
    expect(answeredOf(sure, limited(0.85), NOW).said?.stated).toMatch(/^stated_enough .*85%/);
    expect(answeredOf(sure, limited(0.851), NOW).said?.stated).toMatch(/^stated_short .*85\.1%/);
  });

  it('holds for no longer than an approval does', () => {
    const said = answeredOf(
      output({ status: 'approved', decisions: approved('2026-11-22T10:00:00.000Z') }),
      POLICY,
      NOW,
    );
    expect(said.said).toMatchObject({
      state: 'satisfied',
      effect: 'pass',
      endsInMs: Date.parse('2026-11-24T10:00:00.000Z') - Date.parse(NOW),
    });
  });

  it('says what was asked for, and by when an answer is due from then on', () => {
    const madeAt = '2026-11-23T08:00:00.000Z';
    const request = { requestId: 'r', kind: 'approval' as const, processId: 'faq', policyVersion: '7', textHash: HASH };
    const asked = {
      ...nothingHappened(),
      requests: [{ ...request, source: 's', author: 'marta', madeAt, note: 'Soon!' }],
    };
    const turns = [{ kind: 'asked' as const, id: 'r', at: madeAt }];
    const { said } = answeredOf(output({ inProcess: asked, turns }), POLICY, NOW);
    expect(said).toMatchObject({ asked: ['approval'], dueAt: '2026-11-23T12:00:00.000Z' });
    expect(JSON.stringify(said)).not.toMatch(/marta|Soon/);
    // Passed on since, others have it, for as long as their step says; where it ran out, no time is promised any more.
    const [process] = POLICY.processes ?? [];
    if (!process) throw new Error('no process');
    const escalation = [{ to: ['role:admin' as const], escalateAfterHours: 2 }];
    const stepped = { ...POLICY, processes: [{ ...process, escalation }] };
    const at = (now: string) => answeredOf(output({ inProcess: asked, turns }), stepped, now).said;
    expect(at('2026-11-23T13:00:00.000Z')).toMatchObject({
      ...{ who: [{ role: 'admin' }], dueAt: '2026-11-23T14:00:00.000Z' },
    });
    expect(at('2026-11-23T15:00:00.000Z')).toMatchObject({ who: [{ role: 'admin' }] });
    expect(at('2026-11-23T15:00:00.000Z')?.dueAt).toBeUndefined();
  });
});
