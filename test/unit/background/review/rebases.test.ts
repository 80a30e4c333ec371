/** Limits of a chart that are computed anew: said with a reason, by whoever decides, and taken back. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rebaseLimits, restoreLimits } from '../../../../lib/background/review/rebases.ts';
import { rebasesNow } from '../../../../lib/store/ask/rebased.ts';
import { db } from '../../../../lib/store/db.ts';

beforeEach(async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  await db.delete({ disableAutoOpen: false });
});

const REASON = 'The prompt asks for sources.';

it('holds for its figure with its reason until it is taken back, and the log keeps both', async () => {
  await rebaseLimits({ metric: 'defects', from: '2026-03', reason: REASON });
  const [one, ...others] = await rebasesNow();
  expect(others).toEqual([]);
  expect(one).toMatchObject({ metric: 'defects', from: '2026-03', reason: REASON });
  await restoreLimits({ rebaseId: one?.rebaseId ?? '' });
  expect(await rebasesNow()).toEqual([]);
  expect(await db.events.count()).toBe(2);
  await expect(restoreLimits({ rebaseId: one?.rebaseId ?? '' })).rejects.toMatchObject({ refusal: 'not_found' });
});

it('cannot begin in a month to come', async () => {
  await expect(rebaseLimits({ metric: 'defects', from: '9999-01', reason: REASON })).rejects.toMatchObject({
    refusal: 'incomplete',
  });
  expect(await db.events.count()).toBe(0);
});
