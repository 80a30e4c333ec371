/** Starting and answering a rehearsal in the background: who may, one at a time, and that it is no output and in no line. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerRehearsals } from '../../../../lib/background/policy/rehearsals.ts';
import { eventWith } from '../../../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../../../lib/domain/events/filter.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import { listen } from '../../../../lib/messages/receive.ts';
import { policyLoaded } from '../../../../lib/settings/items.ts';
import { queueSize } from '../../../../lib/store/ask/line.ts';
import { refusedRehearsals, rehearsals } from '../../../../lib/store/ask/review/periodic.ts';
import { db } from '../../../../lib/store/db.ts';

const ORIGIN = `chrome-extension://${'a'.repeat(32)}`;
registerRehearsals();
listen([ORIGIN], () => undefined);

const ask = (type: string, body: object, page: string): Promise<unknown> =>
  new Promise((resolve) => {
    const sender = { id: fakeBrowser.runtime.id, url: `${ORIGIN}/${page}.html` };
    void fakeBrowser.runtime.onMessage.trigger({ type, body }, sender, resolve);
  });
const start = (processId = 'faq', page = 'policy') => ask('policy.rehearse', { processId }, page);
const answer = (rehearsalId: string) => ask('policy.answer', { rehearsalId }, 'sidepanel');
const refusedBy = (refusal: string) => ({ ok: false, refusal });
const DONE = { ok: true, reply: null };

const rules = policySchema.parse({
  ...{ format: 2, version: '7' },
  processes: [
    {
      ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
      ...{ publicInterest: 'never', review: { mode: 'full' }, owner: 'person:luca', rollout: { phase: 'pilot' } },
      gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
      escalation: [{ to: ['person:bea', 'person:luca'], escalateAfterHours: 4 }],
    },
  ],
}) as GovernancePolicy;

const member = (subject: string) =>
  db.targets.put({
    ...{ targetId: 'collector', kind: 'collector', settings: {}, filter: EVERYTHING, addedAt: '', cursor: '' },
    ...{ state: 'paused', attempts: 0, role: 'reviewer', team: 'desk', subject },
  });

/** What is stored has come from a colleague's browser, by the team's server. */
const toldBy = (authid: string) =>
  db.events.toCollection().modify((row) => {
    row.event = eventWith(row.event, { authid, source: `urn:countersign:installation:${crypto.randomUUID()}` });
  });

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  await db.delete({ disableAutoOpen: false });
  await policyLoaded.setValue({ policy: rules, text: JSON.stringify(rules), acceptedAt: '', checkedBy: '0' });
  await member('luca');
});

test('one at a time is started, and answered by whom it has come to, not by who started it; nothing stands in line by it', async () => {
  expect(await start('other')).toEqual(refusedBy('not_found'));
  expect(await start('faq', 'sidepanel')).not.toMatchObject(DONE);
  expect(await start()).toEqual(DONE);
  expect(await start()).toEqual(refusedBy('incomplete'));
  const [rehearsal] = await rehearsals();
  const rehearsalId = rehearsal?.rehearsalId ?? '';
  expect(rehearsal).toMatchObject({ processId: 'faq', to: ['person:bea', 'person:luca'] });
  expect(await answer(rehearsalId)).toEqual(refusedBy('not_allowed'));
  await toldBy('luca');
  expect(await answer(rehearsalId)).toEqual(refusedBy('not_allowed'));
  await member('anna');
  expect(await answer(rehearsalId)).toEqual(refusedBy('not_allowed'));
  await member('bea');
  expect(await answer(crypto.randomUUID())).toEqual(refusedBy('not_found'));
  expect(await answer(rehearsalId)).toEqual(DONE);
  expect((await rehearsals())[0]?.answered).toMatchObject({ step: 0 });
  expect(await answer(rehearsalId)).toEqual(refusedBy('not_allowed'));
  expect([await queueSize(), await db.outputs.count()]).toEqual([0, 0]);
});

test('an answer that the team’s server refused is none, and is told', async () => {
  await start();
  await toldBy('luca');
  await member('bea');
  await answer((await rehearsals())[0]?.rehearsalId ?? '');
  await db.events.filter(({ event }) => event.authid === undefined).modify({ refused: 'policy_forbids' });
  expect((await rehearsals())[0]?.answered).toBeUndefined();
  expect([...(await refusedRehearsals())]).toEqual([['faq', 'policy_forbids']]);
});

test('alone there is nobody who could answer', async () => {
  await db.targets.clear();
  expect(await start()).toEqual(refusedBy('not_allowed'));
});
