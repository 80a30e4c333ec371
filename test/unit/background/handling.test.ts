/** What a reviewer arranges from the panel: nobody takes from a colleague unseen, and nothing is arranged of what waits no more. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerHandling } from '../../../lib/background/decisions/handling.ts';
import type { Role } from '../../../lib/domain/codes.ts';
import { assignmentNow, duplicateNow } from '../../../lib/domain/decision/handling.ts';
import { EVERYTHING } from '../../../lib/domain/events/filter.ts';
import { listen } from '../../../lib/messages/receive.ts';
import { db } from '../../../lib/store/db.ts';
import { append } from '../../../lib/store/write/writes.ts';
import { decided, HASH, made, OTHER_HASH, seen } from '../domain/making.ts';

const ORIGIN = `chrome-extension://${'a'.repeat(32)}`;
const HOUR_MS = 3_600_000;
registerHandling();
listen([ORIGIN], () => undefined);

const signedIn = (role: Role) =>
  db.targets.put({
    ...{ targetId: 'collector', kind: 'collector', settings: {}, filter: EVERYTHING, addedAt: '', cursor: '' },
    ...{ state: 'paused', attempts: 0, role },
  });

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  await db.delete({ disableAutoOpen: false });
  await signedIn('reviewer');
  await append(await seen());
  await append(await made(1));
});

interface Answer {
  ok: boolean;
  refusal?: string;
  reply?: { handlingId: string };
}
const ask = (type: string, body: object): Promise<Answer> =>
  new Promise((resolve) => {
    const sender = { id: fakeBrowser.runtime.id, url: `${ORIGIN}/sidepanel.html` };
    void fakeBrowser.runtime.onMessage.trigger({ type, body: { hash: HASH, ...body } }, sender, resolve);
  });
const now = () => new Date().toISOString();
const row = async () =>
  (await db.outputs.get(HASH)) ?? { handling: { assignments: [], deferrals: [], duplicates: [] } };

test('takes an item for three days, and gives it to another only who knows that', async () => {
  const { reply } = await ask('handling.assign', { after: null });
  const first = assignmentNow(await row(), now());
  expect(first?.assignmentId).toBe(reply?.handlingId);
  expect(Date.parse(first?.until ?? '') - Date.now()).toBeGreaterThan(71 * HOUR_MS);
  expect((await ask('handling.assign', { after: null, to: 'piero' })).refusal).toBe('taken_meanwhile');
  const second = await ask('handling.assign', { after: reply?.handlingId, to: 'piero' });
  expect(assignmentNow(await row(), now())?.to).toBe('piero');
  await ask('handling.end', { handlingId: second.reply?.handlingId });
  expect(assignmentNow(await row(), now())?.assignmentId).toBe(first?.assignmentId);
});

test('puts off until a day to come, with a reason', async () => {
  const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
  expect((await ask('handling.defer', { until: at(24), reason: ' ' })).ok).toBe(false);
  expect((await ask('handling.defer', { until: at(-1), reason: 'Why.' })).refusal).toBe('incomplete');
  expect((await ask('handling.defer', { until: at(24), reason: 'Why.' })).ok).toBe(true);
  expect(await row()).toMatchObject({ aside: { kind: 'deferred' }, handling: { deferrals: [{ reason: 'Why.' }] } });
});

test('calls an item the same as another that is here and is none itself', async () => {
  expect((await ask('handling.duplicate', { of: OTHER_HASH })).refusal).toBe('not_found');
  expect((await ask('handling.duplicate', { of: HASH })).refusal).toBe('not_found');
  await append(await seen({ subject: OTHER_HASH }));
  await append(await made(2, { subject: OTHER_HASH }));
  expect((await ask('handling.duplicate', { of: OTHER_HASH })).ok).toBe(true);
  expect(duplicateNow(await row())?.of).toBe(OTHER_HASH);
  expect((await ask('handling.duplicate', { hash: OTHER_HASH, of: HASH })).refusal).toBe('is_duplicate');
});

test('arranges nothing of what was decided, nor as a reporter', async () => {
  await signedIn('reporter');
  expect((await ask('handling.assign', { after: null })).refusal).toBe('not_allowed');
  await signedIn('reviewer');
  await append(await decided('approve', [1]));
  expect((await ask('handling.assign', { after: null })).refusal).toBe('answered');
  expect((await ask('handling.end', { handlingId: crypto.randomUUID() })).refusal).toBe('not_found');
});
