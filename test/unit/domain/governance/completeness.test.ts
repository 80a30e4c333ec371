/** What a policy still lacks is found, with its place; what is there is not asked for again. */
import { describe, expect, it } from 'vitest';
import { completenessOf, monthsAfter } from '../../../../lib/domain/policy/completeness.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';

const BARE = {
  ...{ id: 'news', name: 'News', applies: {}, risk: 'high', publishes: true, publicInterest: 'ask' },
  review: { mode: 'earned', clean: 30, oneIn: 10 },
  gate: { mode: 'active', unreviewed: 'ask', reported: 'hold', override: 'never' },
};
const FULL = {
  ...BARE,
  ...{ purpose: 'News on our own products', owner: 'person:piero', applies: { tools: ['chatgpt'] }, dueAfterHours: 8 },
  escalation: [{ to: ['role:admin'], escalateAfterHours: 4 }],
  checklist: [{ id: 'facts', text: 'Facts are checked', without: 'block' }],
  brief: { fields: [{ id: 'topic', label: 'Topic' }], template: 'Write about {{topic}}' },
  responsible: { name: 'Anna Verdi', contactPage: 'https://example.com/contact' },
  review: { mode: 'full' },
};
const policyOf = (rest: object): GovernancePolicy =>
  policySchema.parse({ format: 2, version: '1', ...rest }) as GovernancePolicy;
const gapsOf = (rest: object) =>
  completenessOf(policyOf(rest), '2026-11-28').findings.map(({ gap, field }) => `${gap} ${field}`);

describe('a process', () => {
  it('that says nothing lacks everything, each with the field that mends it', () => {
    const { findings, scores } = completenessOf(policyOf({ processes: [BARE] }), '2026-11-28');
    expect(findings.filter(({ processId }) => processId).map(({ field }) => field)).toEqual([
      ...[
        'owner',
        'purpose',
        'escalation',
        'dueAfterHours',
        'checklist',
        'brief',
        'applies',
        'responsible',
        'review.mode',
      ].map((field) => `processes.news.${field}`),
    ]);
    expect(scores.news).toBe(18);
  });

  it('that says all of it lacks nothing', () => {
    expect(gapsOf({ processes: [FULL] }).filter((gap) => gap.includes('processes'))).toEqual([]);
    expect(completenessOf(policyOf({ processes: [FULL] }), '2026-11-28').scores.news).toBe(100);
  });

  it('for the public cannot be accepted unseen without a label', () => {
    const stops = (rest: object) =>
      completenessOf(policyOf({ processes: [{ ...FULL, ...rest }] }), '2026-11-28').findings.filter(
        ({ stops: does }) => does,
      );
    expect(stops({ review: { mode: 'earned' } })).toMatchObject([{ gap: 'publicNotFull' }]);
    expect(stops({ review: { mode: 'earned' }, gate: { ...BARE.gate, unreviewed: 'label' } })).toEqual([]);
    expect(stops({ review: { mode: 'earned' }, publicInterest: 'never' })).toEqual([]);
  });

  it('is not judged by who designed it, by name or through a role', () => {
    const roles = [{ id: 'desk', name: 'Desk', members: ['person:dora'] }];
    const designed = { ...FULL, designers: ['person:dora'], authority: { approve: ['role:desk'] } };
    expect(gapsOf({ roles, processes: [designed] })).toContain('designerReviews processes.news.authority.approve');
    expect(gapsOf({ roles, processes: [{ ...designed, designers: ['person:ugo'] }] })).not.toContainEqual(
      expect.stringContaining('designerReviews'),
    );
  });

  it('shares no address with another', () => {
    const at = (id: string) => ({ ...FULL, id, applies: { addresses: ['desk.example.com'] } });
    expect(gapsOf({ processes: [at('a'), at('b')] })).toContain('appliesTwice processes.a.applies.addresses');
  });
});

describe('the policy as a whole', () => {
  it('is looked at again every so many months', () => {
    const reviewed = (on: string) => ({ periodicReview: { everyMonths: 6, reviewedOn: on, owner: 'person:piero' } });
    expect(gapsOf(reviewed('2026-05-28'))).toContain('reviewOverdue periodicReview.reviewedOn');
    expect(gapsOf(reviewed('2026-05-29'))).not.toContainEqual(expect.stringContaining('reviewOverdue'));
  });

  it('has one literal for a confidence that is enough', () => {
    const at = (id: string, confidence: number) => ({ ...FULL, id, review: { mode: 'full', confidence } });
    expect(gapsOf({ processes: [at('a', 0.85), at('b', 0.7)] })).toContain('twoConfidences processes');
    expect(gapsOf({ processes: [at('a', 0.85), at('b', 0.85)] })).not.toContain('twoConfidences processes');
  });
});

it('six months after the last of August is the last of February', () => {
  expect([monthsAfter('2026-08-31', 6), monthsAfter('2027-08-31', 6), monthsAfter('2026-11-28', 6)]).toEqual([
    ...['2027-02-28', '2028-02-29', '2027-05-28'],
  ]);
});
