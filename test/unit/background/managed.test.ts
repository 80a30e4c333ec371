/** What is managed in a browser: key by key, over what a person chose, without waiting for a browser that does not answer. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_REDACTION } from '../../../lib/domain/privacy/redaction.ts';
import { ownEndpointsAllowed, profilesOffSetting } from '../../../lib/settings/effective.ts';
import { managedKept, managedProblems, profilesOff } from '../../../lib/settings/items.ts';
import { effectiveRedaction } from '../../../lib/settings/redaction.ts';
import { db } from '../../../lib/store/db.ts';

let answer: () => Promise<Record<string, unknown>>;
const never = () => new Promise<Record<string, unknown>>(() => undefined);

beforeEach(async () => {
  fakeBrowser.reset();
  vi.resetModules();
  Object.assign(browser.storage.managed, { get: () => answer() });
  Object.assign(browser.i18n, { getUILanguage: () => 'en' });
  Object.assign(browser.runtime, { getManifest: () => ({ version: '1', host_permissions: [] }) });
  Object.assign(globalThis, { self: globalThis });
  await db.targets.clear();
});

/** A worker that starts, and takes in what it finds. */
async function started(): Promise<void> {
  const { registerManaged } = await import('../../../lib/background/policy/managed.ts');
  registerManaged();
}

const REDACTION = { kinds: ['email' as const], names: ['Falcon'], parts: ['typed' as const] };

test('managed, else chosen, else the default', async () => {
  expect(await effectiveRedaction()).toMatchObject(DEFAULT_REDACTION);
  await profilesOff.setValue(['poe']);
  expect([await profilesOffSetting.value(), await profilesOffSetting.isFixed()]).toEqual([['poe'], false]);
  await managedKept.setValue({ profilesOff: [], redaction: REDACTION, ownEndpoints: false });
  expect([await profilesOffSetting.value(), await profilesOffSetting.isFixed()]).toEqual([[], true]);
  expect(await effectiveRedaction()).toMatchObject(REDACTION);
  expect(await ownEndpointsAllowed()).toBe(false);
});

test('a browser that never says what is managed holds nothing up: the last that it said is in force', async () => {
  await managedKept.setValue({ redaction: REDACTION });
  answer = never;
  await started();
  expect(await effectiveRedaction()).toMatchObject(REDACTION);
});

test('each key stands for itself: a bad one is told and keeps its last good value, the rest applies', async () => {
  await managedKept.setValue({ redaction: REDACTION, ownEndpoints: false });
  answer = async () => ({
    redaction: { ...REDACTION, kinds: ['shoe size'] },
    profilesOff: ['poe'],
    collector: { address: 'https://collector.example', token: 42 },
    endpoints: [{ id: 'siem', kind: 'cloudevents', address: 'https://siem.example', signingSecret: 17 }],
    colour: 'red',
  });
  await started();
  await expect.poll(() => managedKept.getValue()).toEqual({ redaction: REDACTION, profilesOff: ['poe'] });
  await expect.poll(() => managedProblems.getValue()).toHaveLength(4);
  const problems = await managedProblems.getValue();
  expect(problems.map(({ field }) => field).sort()).toEqual([
    'collector.token',
    'colour',
    'endpoints.siem.signingSecret',
    'redaction.kinds.1',
  ]);
  // What stands where a secret belongs is not repeated.
  expect(JSON.stringify(problems)).not.toMatch(/42|17/);
});

test('secrets go to the database alone; what is managed no more is the person’s again', async () => {
  answer = async () => ({ collector: { address: 'https://collector.example', token: 'a very secret token' } });
  await started();
  await expect.poll(() => managedKept.getValue()).toEqual({ collector: { address: 'https://collector.example' } });
  await expect
    .poll(() => db.targets.get('collector'))
    .toMatchObject({
      settings: { address: 'https://collector.example', token: 'a very secret token' },
      managed: expect.any(String),
    });
  expect(JSON.stringify(await browser.storage.local.get())).not.toContain('a very secret');
  answer = async () => ({});
  vi.resetModules();
  await started();
  await expect.poll(() => managedKept.getValue()).toEqual({});
  await expect.poll(() => db.targets.get('collector')).toBeUndefined();
});
