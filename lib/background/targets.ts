/** Connecting to an endpoint, and leaving it. */
import type { Me } from '../domain/role.ts';
import { handle } from '../messages/receive.ts';
import { ownSource } from '../settings/installation.ts';
import { db } from '../store/db.ts';
import { backfill } from '../store/writes.ts';
import type { TargetSettings } from '../sync/target.ts';
import { targetById } from '../sync/targets/index.ts';
import { wakeSync, withoutSync } from './sync.ts';

const COLLECTOR = 'collector';
const START = '0'.repeat(16);
const TEST_MS = 10_000;

export function registerTargets(): void {
  handle('target.test', (settings) => targetById(COLLECTOR).test(settings, AbortSignal.timeout(TEST_MS)));
  handle('target.save', async (settings) => {
    const test = await targetById(COLLECTOR).test(settings, AbortSignal.timeout(TEST_MS));
    if (test.ok) await withoutSync(() => connect(settings, test.me));
    wakeSync(true);
    return test;
  });
  handle('target.remove', async () => {
    await withoutSync(leave);
    return null;
  });
}

async function connect(settings: TargetSettings, { team, subject, role, name }: Me): Promise<void> {
  const before = await db.targets.get(COLLECTOR);
  const same = before?.endpoint === settings.endpoint && before.team === team;
  if (!same) await leave();
  await db.targets.put({
    targetId: COLLECTOR,
    ...settings,
    team,
    subject,
    role,
    ...(name ? { name } : {}),
    cursor: same ? before.cursor : START,
    state: 'idle',
    attempts: 0,
  });
  await backfill(await ownSource());
}

/**
 * What is stored here stays. Order and marks were the endpoint's: without it, events are ordered by their time, and
 * all that is own is marked anew when an endpoint is set again.
 */
async function leave(): Promise<void> {
  await db.transaction('rw', db.targets, db.outbox, db.events, async () => {
    await db.targets.delete(COLLECTOR);
    await db.outbox.where('[targetId+state]').between([COLLECTOR, ''], [COLLECTOR, '\uffff']).delete();
    await db.events.toCollection().modify(({ event }) => {
      delete event.sequence;
    });
  });
}
