/** Wakes the sync: a round soon, and one more for what was asked for while it ran. */
import { browser } from 'wxt/browser';
import { db } from '../../store/db.ts';
import { createEngine } from '../../sync/round/engine.ts';
import type { World } from '../../sync/target.ts';
import { targetById } from '../../sync/targets/index.ts';
import { collectorPolicies } from '../policy/from-collector.ts';
import { announceStatuses } from './announce.ts';
import { noteFault } from './faults.ts';

/** The alarm of what is due; the worker may sleep until then. */
export const DUE = 'sync.due';

/** The browser's own, as targets use it. */
export const WORLD: Omit<World, 'signal'> = {
  fetch: (...request) => fetch(...request),
  now: Date.now,
  say: (key, ...substitutions) => browser.i18n.getMessage(key.replaceAll('.', '_') as never, substitutions),
};

const engine = createEngine({
  db,
  locks: navigator.locks,
  targetOf: targetById,
  world: WORLD,
  random: Math.random,
  changed: announceStatuses,
  policies: collectorPolicies,
  failed: (error) => noteFault('sync', error),
});

let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;
let again: { asked: boolean } | undefined;

/** Runs a round soon, and one more when something was asked for while it ran. */
export function wakeSync(asked = false): void {
  if (running) {
    again = { asked: asked || (again?.asked ?? false) };
    return;
  }
  running = true;
  void round(asked).finally(() => {
    running = false;
    const next = again;
    again = undefined;
    if (next) wakeSync(next.asked);
  });
}

/** Runs `work` with no round of a target under way: one that is, is stopped; what it had not finished the next does. */
export const withoutSync = <T>(targetId: string, work: () => Promise<T>): Promise<T> => engine.between(targetId, work);

async function round(asked: boolean): Promise<void> {
  try {
    await engine.run(asked);
    const at = await engine.nextAt();
    if (at !== undefined) await wakeAt(at);
  } catch (error) {
    // The database itself failed: the regular alarm tries again.
    noteFault('sync', error);
    console.error('Countersign could not sync:', error);
  }
}

/** While the worker is awake a timer is more punctual than an alarm, which stands behind it all the same. */
async function wakeAt(at: number): Promise<void> {
  const inMs = Math.max(0, at - Date.now());
  clearTimeout(timer);
  // Longer waits are the alarm's: a timer holds no more than 2^31 ms, and the worker sleeps long before.
  if (inMs < 60_000) timer = setTimeout(wakeSync, inMs);
  await browser.alarms.create(DUE, { when: Date.now() + inMs });
}
