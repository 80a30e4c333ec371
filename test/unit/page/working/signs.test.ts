import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AnswerSeen, Turns } from '../../../../lib/page/detect/turns.ts';
import type { Composer } from '../../../../lib/page/working/composer.ts';
import type { Requests } from '../../../../lib/page/working/requests.ts';
import { Signs } from '../../../../lib/page/working/signs.ts';

/** How often an answer that streams is looked at. */
const LOOK_MS = 200;
/** A sign is believed in for so long only where it was once seen to go. */
const LONG_QUIET_MS = 60_000;

let nowMs: number;
/** Whether the button beside the field is one to stop. */
let isBusy: boolean;
let asked: number;
let signs: Signs;
let answer: AnswerSeen;

beforeEach(() => {
  [nowMs, isBusy, asked] = [1_000, true, 0];
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  const { document } = parseHTML('<html><body><main><p>It says</p></main></body></html>');
  answer = { turn: document.querySelector('p') as unknown as Element, grew: true };
  const composer = {
    isOther: () => {
      asked++;
      return isBusy;
    },
    rests: () => undefined,
  } as unknown as Composer;
  const requests = { hasEnded: () => true } as unknown as Requests;
  signs = new Signs(() => undefined as Turns | undefined, composer, requests);
});
afterEach(() => vi.restoreAllMocks());

function stream(forMs: number): void {
  for (const endMs = nowMs + forMs; nowMs < endMs; nowMs += LOOK_MS) signs.note(answer, undefined, 100);
}

const isOnAfter = (quietMs: number): boolean => {
  nowMs += quietMs;
  return signs.isOn(answer, undefined, quietMs);
};

it('are looked for at each look while an answer is new, and once in the second while it goes on', () => {
  stream(3_000);
  expect(asked).toBe(15);
  stream(10_000);
  expect(asked).toBeLessThanOrEqual(15 + 10);
});

it('that go while an answer goes on are seen to have gone, and are believed in from then on', () => {
  stream(8_000);
  isBusy = false;
  stream(1_200);
  isBusy = true;
  expect(isOnAfter(LONG_QUIET_MS)).toBe(true);
});

it('that were never seen to go are not believed in for long', () => {
  stream(8_000);
  expect(isOnAfter(LONG_QUIET_MS)).toBe(false);
});

it('are looked for at once in the next answer', () => {
  stream(8_000);
  const before = asked;
  answer = { ...answer };
  signs.note(answer, undefined, 100);
  expect(asked).toBe(before + 1);
});
