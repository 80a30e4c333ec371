/** Nobody lets a text be used that is not there to be read. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerDecisions } from '../../../lib/background/decisions/decisions.ts';
import { VERDICTS, type Verdict } from '../../../lib/domain/codes.ts';
import { eventKey } from '../../../lib/domain/events/event.ts';
import { EVERYTHING } from '../../../lib/domain/events/filter.ts';
import { listen } from '../../../lib/messages/receive.ts';
import { db } from '../../../lib/store/db.ts';
import { append, applyPulled, eventsOf } from '../../../lib/store/write/writes.ts';
import { HASH, made, reportId, seen } from '../domain/making.ts';

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

/** As the panel asks for it. */
const decide = (verdict: Verdict): Promise<unknown> =>
  new Promise((resolve) => {
    const body = { hash: HASH, verdict, reportIds: [reportId(1)], note: 'Seen.', correctedText: 'Prices fell.' };
    const sender = { id: fakeBrowser.runtime.id, url: `${ORIGIN}/sidepanel.html` };
    void fakeBrowser.runtime.onMessage.trigger({ type: 'decision.make', body }, sender, resolve);
  });
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
    expect(await decide('block')).toEqual({ ok: true, reply: null });
    expect(await decide('escalate')).toEqual({ ok: true, reply: null });
  },
);

test('a text that is there can be decided on in every way; one of which nothing is known in none', async () => {
  expect(await decide('block')).toEqual({ ok: false, refusal: 'not_found' });
  await append(await seen());
  await append(await made(1));
  for (const verdict of VERDICTS) expect(await decide(verdict), verdict).toEqual({ ok: true, reply: null });
});
