/** Says in time that the disk of the embedded database fills up. */
import type { SqlDatabase } from '../../database/database.ts';
import type { Log } from '../../logger.ts';

/** Hours before the collector refuses to write, at the rate of a busy team. */
const LOW = 500_000_000;
const LOOK_MS = 60_000;

/** Looks every minute, and warns when room gets scarce and when it is there again. Answers with what stops that. */
export function watchRoom({ free }: SqlDatabase, log: Log, lookMs = LOOK_MS): () => void {
  if (!free) return () => undefined;
  let low = false;
  const look = () => {
    const left = free();
    if (left < LOW !== low) {
      low = !low;
      if (low) log.warn('storage.low', { freeMegabytes: Math.floor(left / 1_000_000) });
      else log.info('storage.enough', { freeMegabytes: Math.floor(left / 1_000_000) });
    }
  };
  look();
  const timer = setInterval(look, lookMs);
  return () => clearInterval(timer);
}
