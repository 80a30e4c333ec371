/** What rested comes back, and what somebody had in hand is free again, once its time is over. */
import { type Database, db as shared } from '../db.ts';
import { refoldIn } from './refold.ts';
import { RECORD_AND_TARGET_TABLES } from './tables.ts';

/** Looks again at the place of what something ended of by its time. Gives how many those were. */
export async function wakeDue(db: Database = shared, now = new Date().toISOString()): Promise<number> {
  const due = () => db.outputs.where('wakesAt').belowOrEqual(now).primaryKeys();
  if ((await due()).length === 0) return 0;
  return db.transaction('rw', RECORD_AND_TARGET_TABLES(db), async () => (await refoldIn(db, await due())).length);
}
