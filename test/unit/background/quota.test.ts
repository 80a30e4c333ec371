import { expect, it } from 'vitest';
import { Quota } from '../../../lib/background/outputs/quota.ts';

const ALLOWANCE = { texts: { most: 3, perSecond: 1 }, characters: { most: 100, perSecond: 10 } };

it('gives what is there, then what comes back with time, to each key for itself', () => {
  const quota = new Quota(ALLOWANCE);
  const taken = Array.from({ length: 5 }, () => quota.take('1 0', 10, 0));
  expect(taken).toEqual([true, true, true, false, false]);
  expect(quota.take('2 0', 10, 0)).toBe(true);
  expect(quota.take('1 0', 10, 999)).toBe(false);
  expect(quota.take('1 0', 10, 1_000)).toBe(true);
  expect(quota.take('1 0', 10, 1_000)).toBe(false);
});

it('counts characters beside texts, takes nothing for a refusal, and never holds more than it is full', () => {
  const quota = new Quota(ALLOWANCE);
  expect(quota.take('1', 101, 0)).toBe(false);
  expect(quota.take('1', 100, 0)).toBe(true);
  expect(quota.take('1', 11, 1_000)).toBe(false);
  expect(quota.take('1', 10, 1_000)).toBe(true);
  expect(quota.take('1', 101, 1_000_000)).toBe(false);
  // A clock that was set back gives nothing.
  expect(quota.take('1', 100, 1_000_000)).toBe(true);
  expect(quota.take('1', 1, 0)).toBe(false);
});

it('forgets a tab with all its frames', () => {
  const quota = new Quota(ALLOWANCE);
  for (const key of ['1', '1 0', '1 4', '12']) quota.take(key, 100, 0);
  quota.forget('1');
  expect(['1', '1 0', '1 4', '12'].map((key) => quota.take(key, 50, 0))).toEqual([true, true, true, false]);
});
