/** Items of one kind are found by their keys, apart from others, and change before whoever watches. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { familyOf } from '../../../lib/settings/family.ts';

const flooded = familyOf<boolean>('flooded');
const seen = familyOf<Record<string, string[]>>('seen');

beforeEach(() => fakeBrowser.reset());

test('a family lists its own items by their keys', async () => {
  await flooded.put(7, true);
  await flooded.put(8, true);
  await seen.put(7, { 0: ['sha256:a'] });
  expect(await flooded.all()).toEqual([
    ['7', true],
    ['8', true],
  ]);
  expect(await seen.get(7)).toEqual({ 0: ['sha256:a'] });
  expect(await seen.get(8)).toBeNull();
});

test('what is forgotten is gone, and nothing else', async () => {
  await flooded.put(7, true);
  await flooded.put(8, true);
  await flooded.forget(7);
  expect(await flooded.all()).toEqual([['8', true]]);
});

test('a change of one item is told to whoever watches it', async () => {
  const told = vi.fn();
  const stop = flooded.watch(7, told);
  await flooded.put(8, true);
  await flooded.put(7, true);
  await expect.poll(() => told).toHaveBeenCalledTimes(1);
  expect(told.mock.calls[0]?.[0]).toBe(true);
  stop();
  await flooded.forget(7);
  expect(told).toHaveBeenCalledTimes(1);
});
