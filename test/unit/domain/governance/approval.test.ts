/** What an approval lacks: the checklist, the record of text for the public, the meaning of a signature. */
import { describe, expect, it } from 'vitest';
import { missingForApproval } from '../../../../lib/domain/decision/approval.ts';
import { type Process, processSchema } from '../../../../lib/domain/policy/process.ts';

const process = (rest: object = {}): Process =>
  processSchema.parse({
    ...{ id: 'faq', name: 'FAQ answers', applies: {}, risk: 'medium', publishes: false, publicInterest: 'never' },
    ...{ review: { mode: 'full' }, gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' } },
    checklist: [
      { id: 'facts', text: 'Facts are checked', kind: 'text', without: 'block' },
      { id: 'tone', text: 'The tone is ours', without: 'warn' },
    ],
    ...rest,
  });
const given = (rest: object = {}) => ({
  ...{
    processId: 'faq',
    policyVersion: '1',
    textHash: `sha256:${'1'.repeat(64)}`,
    answered: ['facts', 'tone'],
    left: [],
  },
  ...rest,
});
const FACTS = { answers: { facts: 'Compared with the manual.' } };

describe('the checklist', () => {
  it('is answered point by point', () => {
    expect(
      missingForApproval(process(), { verdict: 'approve', inProcess: given(), content: FACTS }, undefined),
    ).toEqual([]);
    expect(missingForApproval(process(), { verdict: 'approve' }, undefined)).toEqual([
      { kind: 'point', pointId: 'facts' },
      { kind: 'point', pointId: 'tone' },
    ]);
  });

  it('asks for words where it asks for words: a tick alone is none', () => {
    for (const answers of [{}, { facts: '  ' }])
      expect(
        missingForApproval(process(), { verdict: 'approve', inProcess: given(), content: { answers } }, undefined),
      ).toEqual([{ kind: 'point', pointId: 'facts' }]);
  });

  it('has points that may be called as what every object answers to', () => {
    const built = process({ checklist: [{ id: 'constructor', text: 'Who builds', kind: 'text', without: 'block' }] });
    const asked = { verdict: 'approve' as const, inProcess: given({ answered: ['constructor'] }) };
    const missing = [{ kind: 'point', pointId: 'constructor' }];
    expect(missingForApproval(built, { ...asked, content: { answers: {} } }, undefined)).toEqual(missing);
    expect(missingForApproval(built, asked, undefined)).toEqual(missing);
    const answers = { constructor: 'Rossi' } as never;
    expect(missingForApproval(built, { ...asked, content: { answers } }, undefined)).toEqual([]);
  });

  it('lets a point that warns be left, and no other', () => {
    const left = given({ answered: ['facts'], left: ['tone'] });
    expect(missingForApproval(process(), { verdict: 'approve', inProcess: left, content: FACTS }, undefined)).toEqual(
      [],
    );
    const both = given({ answered: [], left: ['facts', 'tone'] });
    expect(missingForApproval(process(), { verdict: 'approve', inProcess: both, content: FACTS }, undefined)).toEqual([
      { kind: 'point', pointId: 'facts' },
    ]);
  });

  it('stands in nobody’s way who says no', () => {
    expect(missingForApproval(process(), { verdict: 'block' }, undefined)).toEqual([]);
    expect(missingForApproval(process(), { verdict: 'escalate' }, undefined)).toEqual([]);
  });
});

describe('text for the public', () => {
  const news = process({ checklist: [], publishes: true, publicInterest: 'ask' });
  const editorial = { factsChecked: 'The dates.', sourcesOpened: [], changed: 'One date.', responsible: 'Anna Verdi' };

  it('needs an editorial record, unless somebody said that it informs nobody', () => {
    const bare = { verdict: 'approve', inProcess: given() } as const;
    expect(missingForApproval(news, bare, undefined)).toEqual([{ kind: 'editorial' }]);
    expect(missingForApproval(news, bare, false)).toEqual([]);
    expect(missingForApproval({ ...news, publicInterest: 'always' }, bare, false)).toEqual([{ kind: 'editorial' }]);
    const whole = { verdict: 'approve', inProcess: given({ editorial: true }), content: { editorial } } as const;
    expect(missingForApproval(news, whole, true)).toEqual([]);
  });

  it('is never approved by the dozen', () => {
    const bulk = {
      verdict: 'approve',
      inProcess: given({ editorial: true, bulk: true }),
      content: { editorial },
    } as const;
    expect(missingForApproval(news, bulk, true)).toEqual([{ kind: 'bulk' }]);
  });
});

it('a regulated process asks what the signature means', () => {
  const regulated = process({ checklist: [], risk: 'regulated' });
  expect(missingForApproval(regulated, { verdict: 'approve', inProcess: given() }, undefined)).toEqual([
    { kind: 'meaning' },
  ]);
  expect(
    missingForApproval(regulated, { verdict: 'approve', inProcess: given({ meaning: 'approval' }) }, undefined),
  ).toEqual([]);
});
