/** Which profiles of tools read their pages no more, as the team's browsers told. */
import type { Degraded } from '../../domain/figures/changes.ts';
import { type Database, db as shared } from '../db.ts';

const DEGRADED = 'countersign.detection.degraded.v1';

/** All that was told since a time (ISO); what a file only claims was not. */
export async function degradedProfiles(from: string, db: Database = shared): Promise<Degraded[]> {
  const rows = await db.events
    .where('[event.type+event.time]')
    .between([DEGRADED, from], [DEGRADED, '\uffff'])
    .toArray();
  return rows.flatMap(({ event, claimed }) => {
    if (event.type !== DEGRADED || claimed !== undefined) return [];
    const { tool, toolName, version } = event.data.facts;
    return [{ tool, toolName, version, at: event.time }];
  });
}
