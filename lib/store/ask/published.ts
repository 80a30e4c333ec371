/** Which versions of the policy the team's log tells of. */
import type { Published } from '../../domain/figures/changes.ts';
import { type Database, db as shared } from '../db.ts';
import { PUBLISHED, publishedTold } from '../rows/told.ts';

/** All of them. */
export const publishedVersions = async (db: Database = shared): Promise<Published[]> =>
  publishedTold(
    await db.events.where('[event.type+event.time]').between([PUBLISHED, ''], [PUBLISHED, '\uffff']).toArray(),
  );
