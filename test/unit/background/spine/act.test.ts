/** Whatever is said goes one way: masked, sealed, stored, and marked for whoever is to get it. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { say, unsay } from '../../../../lib/background/spine/act.ts';
import { masked } from '../../../../lib/background/spine/masked.ts';
import { registerMend } from '../../../../lib/background/targets/mend.ts';
import { type CountersignEvent, contentHolds, eventKey } from '../../../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../../../lib/domain/events/filter.ts';
import { listen } from '../../../../lib/messages/receive.ts';
import { ownSource } from '../../../../lib/settings/installation.ts';
import { db } from '../../../../lib/store/db.ts';
import { eventsOf } from '../../../../lib/store/write/refold.ts';
import { append, UNDO_MS } from '../../../../lib/store/write/writes.ts';
import { HASH, reportId, seen, TRACE } from '../../domain/making.ts';

const WRITTEN = 'Ask anna@example.com';
const MASKED = 'Ask [e-mail]';
const FACTS = { reportId: reportId(1), categories: ['factual' as const], severity: 'major' as const };
const ORIGIN = `chrome-extension://${'a'.repeat(32)}`;

registerMend();
listen([ORIGIN], () => undefined);

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  await db.delete({ disableAutoOpen: false });
  await append(await seen());
});

const said = async (type: string): Promise<CountersignEvent | undefined> =>
  (await eventsOf(HASH)).findLast((event) => event.type === type);

test('what somebody typed is masked, and committed to as it is kept', async () => {
  await say('countersign.report.made.v1', HASH, FACTS, { passages: [], comment: WRITTEN });
  const report = await said('countersign.report.made.v1');
  expect(report?.data.sealed?.content).toEqual({ passages: [], comment: MASKED });
  expect(report && (await contentHolds(report))).toBe(true);
  expect(report?.source).toBe(await ownSource());

  const decision = { decisionId: reportId(2), verdict: 'block' as const, reportIds: [] };
  const { output } = await say('countersign.decision.made.v1', HASH, decision, { note: WRITTEN });
  expect((await said('countersign.decision.made.v1'))?.data.sealed?.content).toEqual({ note: MASKED });
  expect(output?.status).toBe('blocked');
});

test('a text is kept as its hash has it: it was masked before', async () => {
  await say('countersign.output.seen.v1', HASH, { outputId: 'chatgpt:1:2', trace: TRACE }, { text: 'Prices rise.' });
  expect((await said('countersign.output.seen.v1'))?.data.sealed?.content).toEqual({ text: 'Prices rise.' });
});

test('words of a type whose masking nobody has thought of are masked as typed ones', async () => {
  expect(await masked('countersign.person.exported.v1', HASH, { person: 'anna@example.com' })).toEqual({
    person: '[e-mail]',
  });
});

test('a refused report that is mended is masked like any other', async () => {
  await say('countersign.report.made.v1', HASH, FACTS, { passages: [], comment: 'Too long' });
  const made = await said('countersign.report.made.v1');
  const key = made ? eventKey(made) : '';
  await db.outbox.put({ targetId: 't', key, state: 'refused', notBefore: '', reason: 'too long' });
  const sender = { id: fakeBrowser.runtime.id, url: `${ORIGIN}/options.html` };
  const body = { targetId: 't', key, comment: WRITTEN, correction: '' };
  const answered = new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger({ type: 'sync.mend', body }, sender, resolve);
  });
  expect(await answered).toEqual({ ok: true, reply: null });
  expect((await said(made?.type ?? ''))?.data.sealed?.content).toEqual({ passages: [], comment: MASKED });
  expect(await db.outbox.where({ key }).count()).toBe(0);
});

test('a fresh report waits until it can no longer be undone, and is taken back as if it had never been', async () => {
  await db.targets.put({
    ...{ targetId: 't', kind: 'collector', settings: {}, filter: EVERYTHING, addedAt: '', cursor: '' },
    ...{ state: 'paused', attempts: 0 },
  });
  const { saidAt } = await say('countersign.report.made.v1', HASH, FACTS, { passages: [] }, UNDO_MS);
  const held = await db.outbox.toArray();
  expect(held.map(({ notBefore }) => Date.parse(notBefore) - Date.parse(saidAt))).toContain(UNDO_MS);
  expect(await unsay(HASH, FACTS.reportId)).toBe(true);
  expect(await db.outbox.count()).toBe(0);
  expect((await db.outputs.get(HASH))?.reports).toEqual([]);
});
