/** Which profiles of tools read their pages no more, as the team's browsers told. */
import type { Degraded } from '../../domain/figures/changes.ts';
import { type Database, db as shared } from '../db.ts';
import { DEGRADED, degradedTold } from '../rows/told.ts';

/** All that was told since a time (ISO). */
export const degradedProfiles = async (from: string, db: Database = shared): Promise<Degraded[]> =>
  degradedTold(
    await db.events.where('[event.type+event.time]').between([DEGRADED, from], [DEGRADED, '\uffff']).toArray(),
  );
