/** What an overlay may change, and by which case it is refused where it loosens. */

import { describe, expect, it } from 'vitest';
import { overlaid } from '../../../../lib/domain/policy/overlay/overlaid.ts';
import { slipOf } from '../../../../lib/domain/policy/overlay/slips.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';

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
    ['an address that has to fit as well', { applies: { tools: ['chatgpt'], addresses: ['desk.example'] } }, 'gone'],
    ['nowhere at all', { applies: {} }, 'gone'],
    ['a reason at the gate that took none', { gate: { ...FAQ.gate, override: 'reason' } }, 'passes'],
  ])('%s', (_, change, kind) => {
    expect(slipWith(change)?.kind).toBe(kind);
  });

  const words = { id: 'said', text: 'What was changed', without: 'block' } as const;
  it.each<[string, Partial<Process>, Partial<Process>, string]>([
    [
      'a tick where one had to say it in words',
      { checklist: [{ ...words, kind: 'text' }] },
      { checklist: [{ ...words, kind: 'tick' }] },
      'unasked',
    ],
    [
      'fewer blocks looked at again',
      { review: { mode: 'full', blockedOneIn: 5 } },
      { review: { mode: 'full' } },
      'lessReview',
    ],
    [
      'fewer blocks looked at again than of what passes',
      { review: { mode: 'earned', clean: 10, oneIn: 5 } },
      { review: { mode: 'earned', clean: 10, oneIn: 5, blockedOneIn: 50 } },
      'lessReview',
    ],
    ['a sign-in of an hour ago', { risk: 'regulated' }, { signInWithinMinutes: 60 }, 'signInWithinMinutes'],
    ['a risk that is less', { risk: 'regulated' }, { risk: 'high' }, 'risk'],
    // In a dry run no text passes that did not; what asks for an editorial record does less all the same.
    [
      'text that is no longer for the public',
      { publishes: true, publicInterest: 'always', gate: { ...FAQ.gate, mode: 'evaluate' } },
      { publicInterest: 'ask' },
      'publicInterest',
    ],
    ['nobody who blocks', {}, { authority: { ...FAQ.authority, block: [] } }, 'authority.block'],
    ['more time to answer', { dueAfterHours: 8 }, { dueAfterHours: 48 }, 'dueAfterHours'],
    [
      'lawyers who are asked later',
      { escalation: [{ to: ['group:legal'], escalateAfterHours: 4 }] },
      {
        escalation: [
          { to: ['role:admin'], escalateAfterHours: 9 },
          { to: ['group:legal'], escalateAfterHours: 4 },
        ],
      },
      'escalation',
    ],
  ])('%s', (_, asked, change, where) => {
    const base = { ...FAQ, ...asked };
    const slip = slipOf(policyOf(base), policyOf({ ...base, ...change }, 'team'));
    expect(slip?.kind === 'looser' ? slip.field : slip?.kind).toBe(
      slip?.kind === 'looser' ? `processes.faq.${where}` : where,
    );
  });

  const whole = (fields: Partial<GovernancePolicy>) => ({ ...policyOf(FAQ), ...fields });
  it.each<[string, Partial<GovernancePolicy>, Partial<GovernancePolicy>, string]>([
    ['prompts that are kept in full', { trace: { prompt: 'hashed' } }, { trace: { prompt: 'full' } }, 'trace.prompt'],
    [
      'texts that are kept for longer',
      { retention: { contentMonths: 6 } },
      { retention: { contentMonths: 24 } },
      'retention.contentMonths',
    ],
    [
      'a policy that nobody looks at for two years',
      {},
      { periodicReview: { everyMonths: 24 } },
      'periodicReview.everyMonths',
    ],
    ['a tool that is not read any more', {}, { tools: { off: ['chatgpt'] } }, 'tools.off.chatgpt'],
    ['texts that are forgotten', { reuse: { keepDays: 90 } }, { reuse: { keepDays: 0 } }, 'reuse.keepDays'],
  ])('%s', (_, base, over, field) => {
    expect(slipOf(whole(base), whole(over))).toEqual({ kind: 'looser', field });
  });

  const lax = { ...FAQ, gate: { ...FAQ.gate, unreviewed: 'pass', reported: 'pass' } } as const;
  it('a process of the team that a person may choose in the place of a stricter one', () => {
    const own = policyOf({ ...lax, id: 'drafts', applies: { choice: true } }, 'team');
    expect(slipOf(policyOf(FAQ), own)).toMatchObject({ kind: 'passes', processId: 'drafts' });
    const strict = policyOf({ ...FAQ, id: 'drafts', applies: { choice: true } }, 'team');
    expect(slipOf(policyOf(FAQ), strict)).toBeUndefined();
  });

  it('a lax process that takes the texts of a stricter one', () => {
    const memos: Process = { ...lax, id: 'memos', applies: { tools: ['gemini'] } };
    const base = { ...policyOf(FAQ), processes: [memos, FAQ] };
    const wider = policyOf({ ...memos, applies: { tools: ['gemini', 'chatgpt'] } }, 'team');
    expect(slipOf(base, wider)).toMatchObject({ kind: 'passes', processId: 'memos' });
    const further = policyOf({ ...memos, applies: { tools: ['gemini', 'claude'] } }, 'team');
    expect(slipOf(base, further)).toBeUndefined();
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

  it('more that is masked, watched and recognised, and all that the base has of it stays', () => {
    const base = { ...policyOf(FAQ), redaction: { kinds: ['email' as const] }, tools: { watch: ['a.example'] } };
    const own = { ...policyOf(FAQ, 'team'), redaction: { kinds: ['iban' as const] }, tools: { watch: ['b.example'] } };
    expect(slipOf(base, own)).toBeUndefined();
    expect(overlaid(base, own)).toMatchObject({
      redaction: { kinds: ['email', 'iban'] },
      tools: { watch: ['a.example', 'b.example'] },
    });
  });

  it('a process of its own', () => {
    const own = policyOf({ ...FAQ, id: 'ads', gate: { ...FAQ.gate, mode: 'off' } }, 'team');
    expect(slipOf(policyOf(FAQ), own)).toBeUndefined();
    expect(overlaid(policyOf(FAQ), own).processes?.map(({ id }) => id)).toEqual(['faq', 'ads']);
  });
});
