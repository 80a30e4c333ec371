/** Which versions of the policy the team's log tells of. */
import type { Published } from '../../domain/figures/changes.ts';
import { type Database, db as shared } from '../db.ts';

const PUBLISHED = 'countersign.policy.published.v1';

/** All of them; what a file only claims is none. */
export async function publishedVersions(db: Database = shared): Promise<Published[]> {
  const rows = await db.events
    .where('[event.type+event.time]')
    .between([PUBLISHED, ''], [PUBLISHED, '\uffff'])
    .toArray();
  return rows.flatMap(({ event, claimed }) =>
    event.type === PUBLISHED && claimed === undefined
      ? { version: event.data.facts.version, inForceFrom: event.data.facts.inForceFrom }
      : [],
  );
}
