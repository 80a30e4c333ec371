/** When the engine runs: alarms (they outlive the worker), the network coming back, start-up, and new events. */
import { browser } from 'wxt/browser';
import { handle } from '../../messages/receive.ts';
import { db } from '../../store/db.ts';
import { resend } from '../../store/write/writes.ts';
import { wakeLine } from '../decisions/handling.ts';
import { announceStatuses } from '../spine/announce.ts';
import { regularly } from '../spine/regularly.ts';
import { DUE, wakeSync, withoutSync } from '../spine/wake.ts';

const REGULAR = 'sync.regular';
/** The shortest period that Chromium grants to an installed extension; one that is loaded for tests may have a shorter one. */
const PERIOD_MINUTES = import.meta.env.MODE === 'test' ? 0.1 : 0.5;

export function registerSync(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === DUE) wakeSync();
  });
  regularly(REGULAR, { everyMinutes: PERIOD_MINUTES }, wakeSync);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') void readAnew();
  });
  self.addEventListener('online', () => wakeSync(true));
  handle('sync.wake', () => {
    wakeSync(true);
    wakeLine();
    return null;
  });
  handle('sync.resend', async ({ targetId, key }) => {
    await announceStatuses(await resend(targetId, key));
    wakeSync(true);
    return null;
  });
  wakeSync();
}

/** A new version may understand what the one before passed over. */
async function readAnew(): Promise<void> {
  for (const { targetId } of await db.targets.filter((row) => row.unreadFrom !== undefined).toArray())
    await withoutSync(targetId, () =>
      db.targets
        .where({ targetId })
        .modify((row) => {
          row.cursor = row.unreadFrom ?? row.cursor;
          delete row.unreadFrom;
        })
        .then(() => undefined),
    );
  wakeSync();
}
