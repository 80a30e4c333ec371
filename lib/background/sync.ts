/** When the engine runs: alarms (they outlive the worker), the network coming back, start-up, and new events. */
import { browser } from 'wxt/browser';
import { handle } from '../messages/receive.ts';
import { target } from '../store/queries.ts';
import { mend } from '../store/writes.ts';
import { betweenRounds, syncRound } from '../sync/engine.ts';
import { announceStatuses } from './outputs.ts';

const REGULAR = 'sync.regular';
const DUE = 'sync.due';
/** The shortest period that Chromium grants to an installed extension. */
const PERIOD_MINUTES = 0.5;

/** While the worker is awake a timer is more punctual than an alarm, which stands behind it all the same. */
let stopRound = new AbortController();
let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;
let askedAgain = false;

export function registerSync(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REGULAR || name === DUE) wakeSync();
  });
  void browser.alarms.create(REGULAR, { periodInMinutes: PERIOD_MINUTES });
  self.addEventListener('online', () => wakeSync(true));
  handle('sync.wake', () => {
    wakeSync(true);
    return null;
  });
  handle('sync.mend', async ({ key }) => {
    const row = await target();
    if (row) await mend(row.targetId, key);
    wakeSync(true);
    return null;
  });
  wakeSync();
}

/** Runs a round soon, and one more when something was asked for while it ran. */
export function wakeSync(asked = false): void {
  if (running) {
    askedAgain = true;
    return;
  }
  running = true;
  void round(asked).finally(() => {
    running = false;
    if (!askedAgain) return;
    askedAgain = false;
    wakeSync();
  });
}

/** Runs `work` with no round under way: one that is, is stopped; what it had not finished is done by the next. */
export function withoutSync<T>(work: () => Promise<T>): Promise<T> {
  stopRound.abort();
  return betweenRounds(work);
}

async function round(asked: boolean): Promise<void> {
  stopRound = new AbortController();
  try {
    await syncRound({ changed: announceStatuses, wakeAt }, asked, stopRound.signal);
  } catch (error) {
    // A fault of ours: the next alarm tries again, and the state says that it did not finish.
    console.error('Countersign could not sync:', error);
  }
}

async function wakeAt(time: string): Promise<void> {
  const inMs = Math.max(0, Date.parse(time) - Date.now());
  clearTimeout(timer);
  timer = setTimeout(wakeSync, inMs);
  await browser.alarms.create(DUE, { when: Date.now() + inMs });
}
