import { afterEach, expect, it, vi } from 'vitest';
import { Requests } from '../../../../lib/page/working/requests.ts';

type Tell = (list: { getEntries(): object[] }) => void;

function pageWith(...ended: { startTime: number; duration: number; initiatorType: string }[]): Requests {
  let tell: Tell = () => undefined;
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(given: Tell) {
        tell = given;
      }
      readonly observe = vi.fn();
      readonly disconnect = vi.fn();
    },
  );
  const requests = new Requests(new AbortController().signal);
  tell({ getEntries: () => ended });
  return requests;
}

afterEach(() => vi.unstubAllGlobals());

/** The answer came from 2,000 to 6,000. */
const ofAnswer = (requests: Requests) => requests.hasEnded(2_000, 6_000);

it.each([
  ['that ended with it', { startTime: 1_500, duration: 4_600, initiatorType: 'fetch' }, true],
  [
    'that ended a moment before its last words were drawn',
    { startTime: 1_500, duration: 4_000, initiatorType: 'fetch' },
    true,
  ],
  ['of an older page', { startTime: 1_900, duration: 4_100, initiatorType: 'xmlhttprequest' }, true],
  ['that ended in the middle of it', { startTime: 1_500, duration: 2_000, initiatorType: 'fetch' }, false],
  ['that began after it', { startTime: 3_000, duration: 3_000, initiatorType: 'fetch' }, false],
  ['for a picture', { startTime: 1_500, duration: 4_600, initiatorType: 'img' }, false],
])('a request %s', (_, ended, isOfAnswer) => {
  expect(ofAnswer(pageWith(ended))).toBe(isOfAnswer);
});

it('where the browser tells of none, none has ended', () => {
  vi.stubGlobal('PerformanceObserver', undefined);
  expect(ofAnswer(new Requests(new AbortController().signal))).toBe(false);
});

it('the newest are remembered', () => {
  const old = { startTime: 1_500, duration: 4_600, initiatorType: 'fetch' };
  const others = Array.from({ length: 60 }, (_, at) => ({
    startTime: 7_000 + at,
    duration: 5,
    initiatorType: 'fetch',
  }));
  expect(ofAnswer(pageWith(old, ...others))).toBe(false);
  expect(ofAnswer(pageWith(...others, old))).toBe(true);
});
