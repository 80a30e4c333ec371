/** Looks again and again at what may have run out, as long as the collector runs. */
import type { SqlDatabase } from '../../database/database.ts';
import type { Live } from '../../http/live.ts';
import { errorFields, type Log } from '../../logger.ts';
import { carryOutDue, markEverything } from '../../policy/due.ts';

/** Nobody waits more closely than this for a time that is named in hours. */
const EVERY_MS = 15_000;

/** Starts looking. What goes wrong is logged, and tried again. */
export function watchDue(database: SqlDatabase, live: Live, log: Log): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      log.error('due.failed', errorFields(error));
    }
  };
  const look = async () => {
    for (const { team, sequence } of await carryOutDue(database, new Date(), live.closing)) {
      log.info('due.lapsed', { team });
      live.changed(team, sequence);
    }
  };
  const start = (work: () => Promise<void>) => {
    running = running.then(() => guarded(work));
  };
  start(() => markEverything(database, new Date()));
  start(look);
  const timer = setInterval(() => start(look), EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
