import { describe, expect, test } from 'vitest';
import {
  allScriptMs,
  contentScriptsOf,
  leftWaiting,
  longestMs,
  scriptsOf,
  taskTimes,
  wakeUps,
} from '../../bench/cost/ours.ts';
import type { TraceEvent } from '../../bench/cost/trace.ts';

const OURS = contentScriptsOf('abc');
const [ours, page] = [`${OURS}detector.js`, 'https://page.example/app.js'];

/** An event from `ts` on, `dur` µs long, of which the thread worked for half. */
const event = (name: string, ts: number, dur: number, data: TraceEvent['args']['data'] = {}): TraceEvent => ({
  name,
  ph: dur > 0 ? 'X' : 'I',
  pid: 1,
  tid: 1,
  ts,
  dur,
  tdur: dur / 2,
  args: { data },
});
const set = (name: string, ts: number, data: TraceEvent['args']['data']) =>
  event(name, ts, 0, { ...data, stackTrace: [{ url: ours }] });

describe('tasks of ours', () => {
  const events = [
    event('RunTask', 0, 10_000),
    event('FunctionCall', 100, 4_000, { url: ours }),
    event('FunctionCall', 200, 1_000, { url: page }), // called by ours: in its time
    event('EvaluateScript', 5_000, 2_000, { url: ours }),
    event('RunTask', 20_000, 30_000), // the page's own task, with our observer in it
    event('FunctionCall', 20_100, 20_000, { url: page }),
    event('RunMicrotasks', 41_000, 6_000),
    event('FunctionCall', 41_100, 1_000, { url: ours }),
    event('RunTask', 60_000, 10_000), // what follows one of our promises
    event('RunMicrotasks', 60_100, 8_000),
  ];

  test('are summed in processor time, without what the page does in the same task', () => {
    expect(taskTimes(events, OURS)).toEqual([3, 0.5, 4]);
    expect(longestMs(events, OURS)).toBe(4);
  });

  test('in another thread, or of another extension, are not ours', () => {
    expect(taskTimes(events, contentScriptsOf('xyz'))).toEqual([]);
    const elsewhere = events.map((of) => (of.ts >= 60_000 ? { ...of, tid: 2 } : of));
    expect(longestMs(elsewhere, OURS)).toBe(3);
  });

  test('are a part of all script, microtasks included', () => {
    expect(allScriptMs(events, 'https://page.example')).toBe(2 + 1 + 10 + 3 + 4);
  });

  test('and scripts of ours are counted', () => {
    expect(wakeUps(events, OURS, 5_000)).toBe(2);
    expect([...scriptsOf(events, OURS)]).toEqual([ours]);
  });
});

describe('what is left waiting', () => {
  test('is what was set and neither came nor was cleared', () => {
    const events = [
      set('TimerInstall', 1, { timerId: 1, singleShot: true }),
      set('TimerInstall', 2, { timerId: 2, singleShot: true }),
      set('TimerInstall', 3, { timerId: 3, singleShot: true }),
      set('RequestAnimationFrame', 4, { id: 1 }),
      event('TimerFire', 5, 1, { timerId: 1 }),
      event('TimerRemove', 6, 0, { timerId: 2 }),
    ];
    expect(leftWaiting(events, OURS)).toBe(2);
    expect(leftWaiting([...events, event('FireAnimationFrame', 7, 1, { id: 1 })], OURS)).toBe(1);
  });

  test('an interval waits again after it has come', () => {
    const events = [
      set('TimerInstall', 1, { timerId: 1, singleShot: false }),
      event('TimerFire', 2, 1, { timerId: 1 }),
    ];
    expect(leftWaiting(events, OURS)).toBe(1);
  });

  test('what the page waits for is not ours', () => {
    const theirs = event('TimerInstall', 1, 0, { timerId: 1, stackTrace: [{ url: page }] });
    expect(leftWaiting([theirs], OURS)).toBe(0);
  });
});
