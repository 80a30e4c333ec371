/** Nobody lets a text be used that is not there to be read. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerDecisions } from '../../../lib/background/decisions/decisions.ts';
import { VERDICTS, type Verdict } from '../../../lib/domain/codes.ts';
import { eventKey, eventWith } from '../../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../../lib/domain/events/filter.ts';
import { listen } from '../../../lib/messages/receive.ts';
import { ownSource } from '../../../lib/settings/installation.ts';
import { ownDecisions } from '../../../lib/store/ask/decided.ts';
import { db } from '../../../lib/store/db.ts';
import { eventsOf } from '../../../lib/store/write/refold.ts';
import { append, applyPulled } from '../../../lib/store/write/writes.ts';
import { ANNA, decided, eventOf, HASH, made, OTHER_HASH, reportId, seen } from '../domain/making.ts';

const ORIGIN = `chrome-extension://${'a'.repeat(32)}`;
registerDecisions();
listen([ORIGIN], () => undefined);

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  await db.delete({ disableAutoOpen: false });
  await db.targets.put({
    ...{ targetId: 'collector', kind: 'collector', settings: {}, filter: EVERYTHING, addedAt: '', cursor: '' },
    ...{ state: 'paused', attempts: 0, role: 'reviewer' },
  });
});

const ask = <T>(
  type: string,
  body: object,
  page = 'sidepanel',
): Promise<{ ok: boolean; refusal?: string; reply?: T }> =>
  new Promise((resolve) => {
    const sender = { id: fakeBrowser.runtime.id, url: `${ORIGIN}/${page}.html` };
    void fakeBrowser.runtime.onMessage.trigger({ type, body }, sender, resolve);
  });
/** As the panel asks for it. */
const decide = (verdict: Verdict, after?: string | null) => {
  const body = { hash: HASH, verdict, reportIds: [reportId(1)], note: 'Seen.', correctedText: 'Prices fell.' };
  return ask<{ decisionId: string }>('decision.make', { ...body, ...(after === undefined ? {} : { after }) });
};
const takeBack = (decisionId: string) => ask('decision.withdraw', { hash: HASH, decisionId });
const decisions = async () => (await eventsOf(HASH)).filter(({ type }) => type.includes('.decision.')).length;

const ABSENT = {
  'was erased': async () => {
    const first = await seen();
    await append(first);
    await append(await made(1));
    await db.contents.delete(eventKey(first));
    // The report that comes next folds it anew, without its text.
    await append(await made(2));
  },
  'has not come yet': async () => {
    const { data, ...first } = await seen();
    const { sealed, ...rest } = data;
    await applyPulled('collector', [{ ...first, data: rest } as Awaited<ReturnType<typeof seen>>], '1', db);
    await append(await made(1));
  },
};

test.each(Object.entries(ABSENT))(
  'a text that %s is neither approved nor corrected, and can be held',
  async (_, prepare) => {
    await prepare();
    expect(await db.outputs.get(HASH)).not.toHaveProperty('content');
    for (const verdict of VERDICTS.filter((one) => one !== 'block' && one !== 'escalate'))
      expect(await decide(verdict), verdict).toEqual({ ok: false, refusal: 'no_text' });
    expect(await decisions()).toBe(0);
    expect(await decide('block')).toMatchObject({ ok: true });
    expect(await decide('escalate')).toMatchObject({ ok: true });
  },
);

test('a text that is there can be decided on in every way; one of which nothing is known in none', async () => {
  expect(await decide('block')).toEqual({ ok: false, refusal: 'not_found' });
  await append(await seen());
  await append(await made(1));
  for (const verdict of VERDICTS) expect(await decide(verdict), verdict).toMatchObject({ ok: true });
});

test('a decision is taken back as if it had not been made, and both stand in the log', async () => {
  await append(await seen());
  await append(await made(1));
  const { reply } = await decide('block', null);
  const { decisionId = '' } = reply ?? {};
  expect(await db.outputs.get(HASH)).toMatchObject({ status: 'blocked', openReports: 0 });
  expect(await takeBack(decisionId)).toEqual({ ok: true, reply: null });
  expect(await db.outputs.get(HASH)).toMatchObject({
    ...{ status: 'reported', openReports: 1, decisions: [], reports: [{ state: 'open' }] },
    takenBack: [{ decisionId, verdict: 'block' }],
  });
  expect((await db.outputs.get(HASH))?.reports[0]).not.toHaveProperty('verdict');
  // Pressed twice, it is taken back once.
  expect(await takeBack(decisionId)).toEqual({ ok: true, reply: null });
  expect(await decisions()).toBe(2);
  const [own] = await ownDecisions(await ownSource());
  expect(own).toMatchObject({ decision: { decisionId, withdrawnAt: expect.any(String) }, output: { hash: HASH } });
});

test('nobody takes back a colleague’s decision, nor one without the role for it', async () => {
  for (const event of [await seen(), await made(1), await decided('block', [1])]) await append(event);
  expect(await takeBack(reportId(9_001))).toEqual({ ok: false, refusal: 'not_yours' });
  const { reply } = await decide('approve');
  await db.targets.update('collector', { role: 'reporter' });
  expect(await takeBack(reply?.decisionId ?? '')).toEqual({ ok: false, refusal: 'not_allowed' });
  expect(await takeBack(reportId(1))).toEqual({ ok: false, refusal: 'not_allowed' });
});

test('two leads on one item: the second hears of it before anything is decided, and may then decide', async () => {
  for (const event of [await seen(), await made(1), await decided('approve', [1])]) await append(event);
  expect(await decide('block', null)).toEqual({ ok: false, refusal: 'decided_meanwhile' });
  expect(await db.outputs.get(HASH)).toMatchObject({ status: 'approved' });
  expect(await decide('block', reportId(9_001))).toMatchObject({ ok: true });
  expect(await db.outputs.get(HASH)).toMatchObject({ status: 'blocked' });
});

test('whoever was drawn gives the second review before they decide, and hears whether the two differ', async () => {
  await db.targets.update('collector', { subject: 'marta' });
  const drawn = { secondId: reportId(7_001), decisionId: reportId(9_001), processId: 'faq', policyVersion: 'v1' };
  const collector = { source: 'urn:countersign:collector:33333333-3333-4333-8333-333333333333' };
  const events = [
    ...[await seen(), await decided('approve', [])],
    await eventOf('countersign.second.drawn.v1', { ...drawn, oneIn: 10, person: 'marta' }, undefined, collector),
  ];
  await applyPulled('collector', events, '1', db);
  expect(await decide('block')).toMatchObject({ ok: false, refusal: 'second_first' });
  const give = (more: object) => ask('second.give', { hash: HASH, secondId: drawn.secondId, ...more });
  expect(await give({ verdict: 'block' })).toMatchObject({ ok: false, refusal: 'incomplete' });
  expect(await give({ verdict: 'block', note: 'Wrong.', secondId: reportId(7_002) })).toMatchObject({ ok: false });
  expect(await give({ verdict: 'block', note: 'Wrong.' })).toEqual({ ok: true, reply: { differs: true } });
  expect(await give({ verdict: 'approve' })).toMatchObject({ ok: false, refusal: 'answered' });
  expect((await db.outputs.get(HASH))?.status).toBe('approved');
});

test('a calibration is of answers that nobody who is asked had a part in; each of them judges, and hears of the others afterwards', async () => {
  await db.targets.update('collector', { subject: 'marta', team: 'desk' });
  const by = async (n: number, authid: string, subject: string) =>
    eventWith(await seen({ subject, source: ANNA }), { sequence: String(n).padStart(16, '0'), authid });
  const flagged = async (n: number, subject: string) =>
    eventWith(await made(n, { subject }), { sequence: String(n + 10).padStart(16, '0'), authid: 'sara' });
  const events = [await by(1, 'rita', HASH), await flagged(1, HASH)];
  await applyPulled('collector', [...events, await by(2, 'luca', OTHER_HASH), await flagged(2, OTHER_HASH)], '4', db);
  const start = (people: string[]) => ask('calibration.start', { people, items: 10, days: 7 }, 'figures');
  expect(await ask('calibration.start', { people: ['a', 'b', 'c'], items: 1, days: 1 })).toMatchObject({ ok: false });
  expect(await start(['marta', 'marta', 'luca'])).toEqual({ ok: false, refusal: 'incomplete' });
  expect(await start(['marta', 'rita', 'nora'])).toEqual({ ok: true, reply: { items: 1 } });
  expect(await start(['luca', 'rita', 'nora'])).toEqual({ ok: false, refusal: 'nothing_to_judge' });
  // The other had no part of those three; it stands in this person's line as one that they judge apart.
  const { blind, status } = (await db.outputs.get(OTHER_HASH)) ?? {};
  expect(status).toBe('reported');
  expect(await ask('second.give', { hash: OTHER_HASH, secondId: blind?.secondId, verdict: 'approve' })).toEqual({
    ok: true,
    reply: { differs: false },
  });
  const [calibration] = (await db.outputs.get(OTHER_HASH))?.inProcess?.calibrations ?? [];
  expect(calibration?.seats.map(({ person, hasGiven }) => [person, hasGiven])).toEqual([
    ['marta', true],
    ['rita', undefined],
    ['nora', undefined],
  ]);
});
