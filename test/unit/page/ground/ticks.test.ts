import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Ticks } from '../../../../lib/page/ground/ticks.ts';

let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

it('looks again as soon as a look says, and no more where it says nothing', () => {
  const answers = [300, 50, undefined];
  const look = vi.fn(() => answers.shift());
  const ticks = new Ticks(look, end.signal);
  ticks.soon(100);
  ticks.soon(10);
  vi.advanceTimersByTime(99);
  expect(look).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1 + 300);
  expect(look).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(look).toHaveBeenCalledTimes(3);
  expect(ticks.isSet).toBe(false);
});

it('sets one timer a look, however often it is asked for meanwhile', () => {
  const ticks: Ticks = new Ticks(() => {
    for (const inMs of [200, 30, 0]) ticks.soon(inMs);
    return 400;
  }, end.signal);
  ticks.soon(0);
  vi.advanceTimersByTime(0);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersToNextTimer();
  expect(vi.getTimerCount()).toBe(1);
});

it('can be asked for again after a look that failed, and sets nothing once it has ended', () => {
  const look = vi.fn(() => {
    throw new Error('a page built so that it cannot be read');
  });
  const ticks = new Ticks(look, end.signal);
  for (let times = 0; times < 2; times++) {
    ticks.soon(0);
    expect(() => vi.advanceTimersByTime(0)).toThrow('cannot be read');
  }
  expect(look).toHaveBeenCalledTimes(2);
  const last = new Ticks(() => {
    end.abort();
    return 100;
  }, end.signal);
  last.soon(0);
  vi.advanceTimersByTime(0);
  expect(vi.getTimerCount()).toBe(0);
});
