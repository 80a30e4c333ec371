/** Whoever installs the extension is greeted, whenever their browser has a window. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerGreeting } from '../../../../lib/background/spine/greeting.ts';

beforeEach(() => fakeBrowser.reset());

const { onInstalled } = fakeBrowser.runtime;
const greeted = (): Promise<number> =>
  fakeBrowser.tabs.query({}).then((tabs) => tabs.filter(({ url }) => url?.endsWith('/welcome.html')).length);

test('once, and not with an update', async () => {
  registerGreeting();
  await onInstalled.trigger({ reason: 'update', previousVersion: '0.0.9' });
  await onInstalled.trigger({ reason: 'install' });
  await expect.poll(greeted).toBe(1);
});

test('where there is no window yet, with the first one that comes, and once', async () => {
  vi.spyOn(fakeBrowser.tabs, 'create').mockRejectedValueOnce(new Error('No current window'));
  registerGreeting();
  await onInstalled.trigger({ reason: 'install' });
  await expect.poll(() => fakeBrowser.windows.onCreated.hasListeners()).toBe(true);
  expect(await greeted()).toBe(0);
  await fakeBrowser.windows.create();
  await expect.poll(greeted).toBe(1);
  await fakeBrowser.windows.create();
  expect(await greeted()).toBe(1);
});

test('where the window is not ready yet, once something opens in it; a browser that opens nothing is left alone', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockRejectedValue(new Error('The window is not ready'));
  registerGreeting();
  await onInstalled.trigger({ reason: 'install' });
  for (let opened = 1; opened < 9; opened += 1) {
    const { onUpdated } = fakeBrowser.tabs;
    if (opened < 5) await expect.poll(() => onUpdated.hasListeners()).toBe(true);
    await onUpdated.trigger(1, {}, {} as Parameters<Parameters<typeof onUpdated.addListener>[0]>[2]);
  }
  expect(create).toHaveBeenCalledTimes(5);
  expect(fakeBrowser.windows.onCreated.hasListeners()).toBe(false);
});
