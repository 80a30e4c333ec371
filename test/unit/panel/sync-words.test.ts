/** How it goes with an endpoint, as it is said to whoever has just connected one. */
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type SyncStanding, syncWords } from '../../../components/words/sync.ts';
import type { TargetRow } from '../../../lib/store/db.ts';

const said = (row: Partial<TargetRow>, waiting = 0) => {
  // The words' names stand for the words.
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name) => String(name));
  const target = { targetId: 'collector', kind: 'collector', state: 'idle', ...row } as SyncStanding['target'];
  return syncWords({ target, outbox: { waiting, refused: [] } });
};
const LATELY = '2026-11-30T09:00:00.000Z';

it('says “all sent” only once a first round has ended', () => {
  expect(said({})).toMatchObject({ kind: 'syncing', text: 'sync_first' });
  expect(said({ state: 'syncing' })).toMatchObject({ kind: 'syncing', text: 'sync_first' });
  expect(said({ lastSyncAt: LATELY })).toMatchObject({ kind: 'good', text: 'sync_allSent' });
  expect(said({ state: 'syncing', lastSyncAt: LATELY })).toMatchObject({ kind: 'good', text: 'sync_allSent' });
});

it('says what is wrong, paused or waiting before that', () => {
  expect(said({ state: 'paused' }).kind).toBe('paused');
  expect(said({ problem: 'unreachable', state: 'waiting' }).kind).toBe('trouble');
  expect(said({ state: 'unauthorised' }).kind).toBe('trouble');
  expect(said({}, 3).kind).toBe('waiting');
});
