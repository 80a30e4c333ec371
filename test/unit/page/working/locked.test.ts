/** Whether a page let nobody ask on until an answer began, and does again: looked at while that may be told, and not for longer. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Locked } from '../../../../lib/page/working/locked.ts';

let isOther: boolean;
let grows: boolean;
let looks: number;
let locked: Locked;
let gone: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  [isOther, grows, looks] = [false, false, 0];
  gone = new AbortController();
  const look = () => {
    looks++;
    return isOther;
  };
  locked = new Locked(look, () => grows, gone.signal);
});
afterEach(() => {
  gone.abort();
  vi.useRealTimers();
});

test('locked from the question to the first words, and free again after the last: it was', () => {
  isOther = true;
  locked.sent();
  vi.advanceTimersByTime(2_000);
  const startedMs = performance.now();
  vi.advanceTimersByTime(1_500);
  grows = true;
  vi.advanceTimersByTime(10_000);
  [grows, isOther] = [false, false];
  expect(locked.wasUntil(startedMs, startedMs - 1_000)).toBe(true);
});

test('free before the first words came, or not free yet: it was not', () => {
  isOther = true;
  locked.sent();
  vi.advanceTimersByTime(1_000);
  isOther = false;
  vi.advanceTimersByTime(1_000);
  const startedMs = performance.now();
  expect(locked.wasUntil(startedMs, 100)).toBe(false);
  isOther = true;
  vi.advanceTimersByTime(1_000);
  expect(locked.wasUntil(startedMs, 100)).toBe(false);
});

test('while something grows without a pause nobody looks; once it pauses, they do', () => {
  locked.sent();
  vi.advanceTimersByTime(1_500);
  expect(looks).toBe(10);
  grows = true;
  vi.advanceTimersByTime(6_000);
  expect(looks).toBe(10);
  grows = false;
  vi.advanceTimersByTime(300);
  expect(looks).toBe(12);
});

test('nobody looks for longer than half a minute after a question, or where the page is left', () => {
  locked.sent();
  vi.advanceTimersByTime(120_000);
  expect(looks).toBe(200);
  locked.sent();
  gone.abort();
  vi.advanceTimersByTime(1_000);
  expect(looks).toBe(200);
});
