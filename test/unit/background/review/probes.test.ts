/** Test texts in a browser: among what waits like any other, judged once, and never an event, a figure or somebody else's. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerDecisions } from '../../../../lib/background/decisions/decisions.ts';
import { registerHandling } from '../../../../lib/background/decisions/handling.ts';
import { takeProbes } from '../../../../lib/background/review/probes.ts';
import { say } from '../../../../lib/background/spine/act.ts';
import type { Verdict } from '../../../../lib/domain/codes.ts';
import { EVERYTHING } from '../../../../lib/domain/events/filter.ts';
import { policySchema } from '../../../../lib/domain/policy/policy.ts';
import { listen } from '../../../../lib/messages/receive.ts';
import { ownProbes, policyLoaded } from '../../../../lib/settings/items.ts';
import { countedSince } from '../../../../lib/store/ask/counted.ts';
import { queueSize } from '../../../../lib/store/ask/line.ts';
import { outputByHash } from '../../../../lib/store/ask/queries.ts';
import { reviewedEvents } from '../../../../lib/store/ask/review/reviewed.ts';
import { db, type TargetRow } from '../../../../lib/store/db.ts';
import { HASH as OWN_HASH, TEXT, TRACE } from '../../domain/making.ts';

const ORIGIN = `chrome-extension://${'a'.repeat(32)}`;
registerDecisions();
registerHandling();
listen([ORIGIN], () => undefined);

const ask = <T>(type: string, body: object): Promise<{ ok: boolean; refusal?: string; reply?: T }> =>
  new Promise((resolve) => {
    const sender = { id: fakeBrowser.runtime.id, url: `${ORIGIN}/sidepanel.html` };
    void fakeBrowser.runtime.onMessage.trigger({ type, body }, sender, resolve);
  });

const HASH = `sha256:${'7'.repeat(64)}`;
const GIVEN = '0198d2f0-7c51-7d43-9a5a-3f1f0a6f1c02';
const { characters, ...LIKE } = TRACE;
const PROBE = { givenId: GIVEN, hash: HASH, processId: 'faq', text: 'It covers ten years.', prompt: null, trace: LIKE };

let waiting: object[] = [];
let answer: () => Response;
const asked: { what: string; body?: unknown }[] = [];
const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

async function rules(probeOneIn?: number): Promise<void> {
  const policy = policySchema.parse({
    ...{ format: 2, version: '7' },
    processes: [
      {
        ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
        ...{ publicInterest: 'never', review: { mode: 'full', ...(probeOneIn ? { probeOneIn } : {}) } },
        gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
      },
    ],
  });
  await policyLoaded.setValue({ policy, text: JSON.stringify(policy), acceptedAt: '', checkedBy: '0' });
}

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  await db.delete({ disableAutoOpen: false });
  await ownProbes.removeValue();
  await rules(20);
  const settings = { address: 'https://collector.example', token: 'secret' };
  const row = { targetId: 'collector', kind: 'collector', filter: EVERYTHING, state: 'paused' } as Partial<TargetRow>;
  const standing = { role: 'reviewer', team: 'acme', subject: 'piero' } as const;
  await db.targets.put({ settings, cursor: '', attempts: 0, addedAt: '', ...standing, ...row } as TargetRow);
  asked.length = 0;
  waiting = [PROBE];
  answer = () => json({ outcome: 'caught', flaw: 'It covers two years.' });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const { pathname } = new URL(url);
    asked.push({ what: `${init.method} ${pathname}`, ...(init.body ? { body: JSON.parse(String(init.body)) } : {}) });
    if (pathname === '/v1/probes/mine') return json({ probes: waiting });
    return pathname.startsWith('/v1/probes/mine/') ? answer() : json({}, 404);
  });
  await takeProbes();
});

const decide = (verdict: Verdict) =>
  ask<object>('decision.make', { hash: HASH, verdict, reportIds: [], note: 'Ten?', correctedText: 'Two years.' });
/** What would go to anybody. */
const said = async () => [await db.events.count(), await db.outbox.count()];

test('it waits as an answer does for which somebody asks an approval, and is in no figure', async () => {
  expect(await queueSize()).toBe(1);
  expect(await outputByHash(HASH)).toMatchObject({
    ...{ status: 'unreviewed', content: { text: PROBE.text }, trace: { toolName: 'ChatGPT', characters: 20 } },
    inProcess: { requests: [{ kind: 'approval', processId: 'faq', policyVersion: '7' }] },
  });
  expect(await countedSince('')).toEqual([]);
  expect(await reviewedEvents()).toEqual([]);
  expect(await said()).toEqual([0, 0]);
  // Looked at again, it is the one that is there.
  await takeProbes();
  expect(await queueSize()).toBe(1);
});

test('whoever judges it hears at once what it was; it is gone, and only oneself has the count', async () => {
  expect(await decide('block')).toEqual({
    ok: true,
    reply: { probe: { outcome: 'caught', flaw: 'It covers two years.' } },
  });
  expect(asked.at(-1)).toEqual({ what: `POST /v1/probes/mine/${GIVEN}`, body: { verdict: 'block' } });
  expect(await queueSize()).toBe(0);
  expect(await said()).toEqual([0, 0]);
  expect(await ownProbes.getValue()).toEqual({ waiting: [], caught: 1, missed: 0 });
  expect(await decide('approve')).toEqual({ ok: false, refusal: 'not_found' });
});

test('what a verdict lacks is asked for as of any other, before anything is told', async () => {
  expect(await ask('decision.make', { hash: HASH, verdict: 'block', reportIds: [] })).toEqual({
    ...{ ok: false, refusal: 'incomplete' },
  });
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
});

test('without a connection nothing is decided, and it waits still', async () => {
  answer = () => json({}, 503);
  expect(await decide('approve')).toEqual({ ok: false, refusal: 'failed' });
  expect(await queueSize()).toBe(1);
  expect(await ownProbes.getValue()).toMatchObject({ caught: 0, missed: 0 });
  waiting = [];
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await takeProbes();
  expect(await queueSize()).toBe(1);
});

test('one that was judged in another browser is gone here', async () => {
  answer = () => json({}, 404);
  expect(await decide('approve')).toEqual({ ok: false, refusal: 'answered' });
  expect(await queueSize()).toBe(0);
});

test('taken in hand and let go it stays what it seems; given away or put off it goes to nobody', async () => {
  const taken = await ask<{ handlingId: string }>('handling.assign', { hash: HASH, after: null });
  expect(taken.ok).toBe(true);
  expect((await outputByHash(HASH))?.handling?.assignments).toHaveLength(1);
  expect(await ask('handling.end', { hash: HASH, handlingId: taken.reply?.handlingId })).toMatchObject({ ok: true });
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
  answer = () => json({ outcome: 'passed', flaw: 'It covers two years.' });
  const until = new Date(Date.now() + 86_400_000).toISOString();
  expect(await ask('handling.defer', { hash: HASH, until, reason: 'later' })).toEqual({ ok: false, refusal: 'probe' });
  expect(asked.at(-1)).toEqual({ what: `POST /v1/probes/mine/${GIVEN}`, body: {} });
  expect(await queueSize()).toBe(0);
  expect(await said()).toEqual([0, 0]);
  expect(await ownProbes.getValue()).toEqual({ waiting: [], caught: 0, missed: 0 });
});

test('rules that name no share any more, and a collector that is gone, take it out', async () => {
  await rules();
  await takeProbes();
  expect(await queueSize()).toBe(0);
  await rules(20);
  await takeProbes();
  expect(await queueSize()).toBe(1);
  await db.targets.clear();
  await takeProbes();
  expect(await queueSize()).toBe(0);
});

test('a server that calls an answer of this browser one has it neither answered nor taken away', async () => {
  await say('countersign.output.seen.v1', OWN_HASH, { outputId: 'chatgpt:1:1', trace: TRACE }, { text: TEXT });
  waiting = [{ ...PROBE, hash: OWN_HASH }];
  await takeProbes();
  expect((await outputByHash(OWN_HASH))?.probe).toBeUndefined();
  waiting = [];
  await takeProbes();
  expect((await outputByHash(OWN_HASH))?.content).toEqual({ text: TEXT });
});
