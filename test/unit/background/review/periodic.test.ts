/** Signing the review of the rules and freezing a baseline, in the background: who may, of which rules, and what it moves. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerPeriodic } from '../../../../lib/background/policy/periodic.ts';
import { EVERYTHING } from '../../../../lib/domain/events/filter.ts';
import { reviewState, withLastReview } from '../../../../lib/domain/policy/periodic/due.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import { listen } from '../../../../lib/messages/receive.ts';
import { policyLoaded } from '../../../../lib/settings/items.ts';
import { frozenBaselines, signedReviews } from '../../../../lib/store/ask/review/periodic.ts';
import { db } from '../../../../lib/store/db.ts';

const ORIGIN = `chrome-extension://${'a'.repeat(32)}`;
registerPeriodic();
listen([ORIGIN], () => undefined);

const ask = (type: string, body: object, page = 'policy'): Promise<unknown> =>
  new Promise((resolve) => {
    const sender = { id: fakeBrowser.runtime.id, url: `${ORIGIN}/${page}.html` };
    void fakeBrowser.runtime.onMessage.trigger({ type, body }, sender, resolve);
  });

const rulesOf = (more: object = {}): GovernancePolicy =>
  policySchema.parse({
    ...{ format: 2, version: '7', periodicReview: { everyMonths: 6, reviewedOn: '2020-01-31', owner: 'person:luca' } },
    processes: [
      {
        ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
        ...{ publicInterest: 'never', review: { mode: 'full' }, rollout: { phase: 'audit', defects: 0.1 } },
        gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
        ...more,
      },
    ],
  }) as GovernancePolicy;

async function lay(policy: GovernancePolicy): Promise<void> {
  const acceptedAt = new Date().toISOString();
  await policyLoaded.setValue({ policy, text: JSON.stringify(policy), acceptedAt, checkedBy: '0' });
}

const member = (subject: string) =>
  db.targets.put({
    ...{ targetId: 'collector', kind: 'collector', settings: {}, filter: EVERYTHING, addedAt: '', cursor: '' },
    ...{ state: 'paused', attempts: 0, role: 'reviewer', team: 'desk', subject },
  });

const [FROM, UNTIL] = ['2026-05-28T00:00:00.000Z', '2026-11-28T00:00:00.000Z'];
const sign = (more: object = {}, page?: string) => {
  const signOff = { policyVersion: '7', from: FROM, until: UNTIL, outcome: 'kept', pack: `sha256:${'5b'.repeat(32)}` };
  return ask('policy.sign', { signOff: { ...signOff, ...more }, note: 'As it was.' }, page);
};
const freeze = (processId = 'faq', more: object = {}) =>
  ask('policy.freeze', {
    processId,
    baseline: { policyVersion: '7', from: FROM, until: UNTIL, texts: 40, goals: { defects: 0.1 }, ...more },
  });

const today = () => new Date().toISOString().slice(0, 10);

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  await db.delete({ disableAutoOpen: false });
  await lay(rulesOf());
  await member('luca');
});

test('whoever the rules name signs, and the review is overdue no more', async () => {
  expect(reviewState(withLastReview(rulesOf(), await signedReviews()), today())).toBe('overdue');
  expect(await sign()).toEqual({ ok: true, reply: null });
  const signed = await signedReviews();
  expect(signed).toMatchObject([{ version: '7', outcome: 'kept', note: 'As it was.' }]);
  const after = withLastReview(rulesOf(), signed);
  expect(reviewState(after, today())).toBe('fine');
  expect(after.periodicReview?.reviewedOn).toBe(today());
});

test('nobody else does, nor of other rules than those in force, nor from another page', async () => {
  await member('anna');
  expect(await sign()).toEqual({ ok: false, refusal: 'not_allowed' });
  await member('luca');
  expect(await sign({ policyVersion: '6' })).toEqual({ ok: false, refusal: 'rules_changed' });
  expect(await sign({ until: FROM, from: UNTIL })).toMatchObject({ ok: false });
  expect(await sign({}, 'sidepanel')).not.toMatchObject({ ok: true });
  expect(await signedReviews()).toEqual([]);
});

test('a sign-off that the team’s server refused is none: the review is overdue again', async () => {
  await sign();
  await db.events.toCollection().modify({ refused: 'policy_forbids' });
  expect(await signedReviews()).toEqual([]);
});

test('a baseline is frozen in the audit alone, and the last one counts', async () => {
  await lay(rulesOf({ owner: 'person:luca' }));
  expect(await freeze('other')).toEqual({ ok: false, refusal: 'not_found' });
  expect(await freeze()).toEqual({ ok: true, reply: null });
  expect(await freeze('faq', { texts: 41 })).toEqual({ ok: true, reply: null });
  expect((await frozenBaselines()).get('faq')).toMatchObject({ texts: 41, goals: { defects: 0.1 } });
  await member('anna');
  expect(await freeze()).toEqual({ ok: false, refusal: 'not_allowed' });
  await member('luca');
  await lay(rulesOf({ owner: 'person:luca', rollout: { phase: 'pilot', defects: 0.1 } }));
  expect(await freeze('faq', { texts: 99 })).toEqual({ ok: false, refusal: 'not_allowed' });
  expect((await frozenBaselines()).get('faq')).toMatchObject({ texts: 41 });
});
