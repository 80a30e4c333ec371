import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inSlice, Slices, type Work, worksUntil } from '../../../lib/page/ground/schedule.ts';

const stop = new AbortController();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('a slice takes at least one step, and ends when there is none or its time is over', () => {
  let steps = 0;
  expect(inSlice(() => ++steps < 3)).toBe(false);
  expect(steps).toBe(3);
  const isLeft = inSlice(() => {
    steps++;
    return true;
  }, 0);
  expect(isLeft).toBe(true);
  expect(steps).toBe(4);
});

it('what is not done with stays first, and the rest waits for it', () => {
  const order: string[] = [];
  const left = new Map([
    ['long', 3],
    ['short', 1],
  ]);
  const slices = new Slices<string>(
    (item) => {
      order.push(item);
      const more = (left.get(item) ?? 1) - 1;
      left.set(item, more);
      return more > 0;
    },
    0,
    stop.signal,
    () => order.push('done'),
  );
  slices.add('long');
  slices.add('short');
  vi.runAllTimers();
  expect(order).toEqual(['long', 'long', 'long', 'short', 'done']);
  expect(slices.waiting).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

it('an item that cannot be worked on does not keep the others', () => {
  const said = vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  const done: number[] = [];
  const slices = new Slices<number>(
    (item) => {
      if (item === 1) throw new Error('a page that cannot be read');
      done.push(item);
    },
    0,
    stop.signal,
  );
  for (const item of [1, 2]) slices.add(item);
  vi.runAllTimers();
  expect(done).toEqual([2]);
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});

it('works are done one after another, each from stop to stop, until the signal', () => {
  const order: string[] = [];
  const own = new AbortController();
  function* work(name: string): Work<void> {
    for (const part of [1, 2]) {
      order.push(`${name}${part}`);
      yield;
    }
  }
  const works = worksUntil(own.signal);
  works.add(work('a'));
  works.add(work('b'));
  vi.runAllTimers();
  expect(order).toEqual(['a1', 'a2', 'b1', 'b2']);
  works.add(work('c'));
  own.abort();
  vi.runAllTimers();
  expect(order).toHaveLength(4);
});

it('sets no timer for what somebody looks at anyway, nor for what is worked on at once', () => {
  const done: string[] = [];
  const slices = new Slices<string>((item) => done.push(item), 100, stop.signal);
  slices.add('awaited', true);
  expect(vi.getTimerCount()).toBe(0);
  expect(slices.flush()).toBe(true);
  slices.addNow(['one', 'two']);
  expect(done).toEqual(['awaited', 'one', 'two']);
  expect(vi.getTimerCount()).toBe(0);
  slices.add('alone');
  expect(vi.getTimerCount()).toBe(1);
});
