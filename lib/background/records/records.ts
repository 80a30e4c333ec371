/** What is kept in this browser: taken in from a file, erased, and dropped when it was kept for long enough. */
import { handle, Refused } from '../../messages/receive.ts';
import { AT_ONCE } from '../../messages/to-background/records.ts';
import { keptForDaysSetting } from '../../settings/effective.ts';
import { clearHealth } from '../../settings/health.ts';
import { keptForDays } from '../../settings/items.ts';
import { outputsBefore } from '../../store/ask/kept.ts';
import { db } from '../../store/db.ts';
import { dropOutputs, eraseAll, eraseContents } from '../../store/write/erase.ts';
import { takeBack, takeIn } from '../../store/write/taking-in.ts';
import { tendSoon } from '../reuse/fingerprints.ts';
import { noteFault } from '../spine/faults.ts';
import { regularly } from '../spine/regularly.ts';
import { wakeSync, withoutSync } from '../spine/wake.ts';

const SWEEP = 'records.sweep';
const PERIOD_MINUTES = 6 * 60;
const DAY_MS = 86_400_000;

export function registerRecords(): void {
  handle('records.takeIn', async ({ events, team }) => {
    const taken = await takeIn(events, team);
    await tendSoon();
    wakeSync();
    return taken;
  });
  handle('records.takeBack', async ({ keys }) => {
    await takeBack(keys);
    return null;
  });
  handle('records.drop', ({ hashes }) => dropOutputs(hashes));
  handle('records.eraseContents', ({ keys }) => eraseContents(keys));
  handle('records.eraseAll', async () => {
    await withoutAnySync(await db.targets.toCollection().primaryKeys(), eraseAll);
    await clearHealth();
    return null;
  });
  handle('records.keepFor', async ({ days }) => {
    if (await keptForDaysSetting.isFixed()) throw new Refused('fixed');
    await keptForDays.setValue(days);
    void sweep();
    return null;
  });
  regularly(SWEEP, { firstInMinutes: 1, everyMinutes: PERIOD_MINUTES }, () => void sweep());
}

/** Stops every round, and works while none runs: a round that goes on would put back what is erased. */
function withoutAnySync([targetId, ...others]: string[], work: () => Promise<void>): Promise<void> {
  return targetId === undefined ? work() : withoutSync(targetId, () => withoutAnySync(others, work));
}

/** Drops what was kept for longer than it is to be, a part at a time, so that nobody who writes waits for long. */
export async function sweep(now = Date.now()): Promise<void> {
  try {
    const days = await keptForDaysSetting.value();
    if (days === null) return;
    const old = await outputsBefore(new Date(now - days * DAY_MS).toISOString());
    for (let at = 0; at < old.length; at += AT_ONCE) await dropOutputs(old.slice(at, at + AT_ONCE));
  } catch (error) {
    noteFault('retention', error); // the next alarm tries again
    console.error('Countersign could not drop what is too old:', error);
  }
}
