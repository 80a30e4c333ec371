/** What rows of events tell figures. What a file only claims tells nothing. */
import type { Degraded, Published } from '../../domain/figures/changes.ts';
import { putTally, type Tally, type TallyFolding, talliesIn } from '../../domain/figures/tally.ts';
import { isProved, type StoredEvent } from './event.ts';

export const PUBLISHED = 'countersign.policy.published.v1';
export const DEGRADED = 'countersign.detection.degraded.v1';
const TALLIED = 'countersign.outputs.tallied.v1';

/** Each browser's day once. `own`: only those that were made here. */
export function talliesTold(rows: readonly StoredEvent[], own: boolean): Tally[] {
  const folding: TallyFolding = new Map();
  for (const row of rows)
    if (isProved(row) && (!own || row.shared) && row.event.type === TALLIED) putTally(folding, row.event);
  return talliesIn(folding);
}

/** Versions of the rules. */
export const publishedTold = (rows: readonly StoredEvent[]): Published[] =>
  rows.flatMap(({ event, claimed }) =>
    event.type === PUBLISHED && claimed === undefined
      ? { version: event.data.facts.version, inForceFrom: event.data.facts.inForceFrom }
      : [],
  );

/** Profiles of tools that read their pages no more. */
export const degradedTold = (rows: readonly StoredEvent[]): Degraded[] =>
  rows.flatMap(({ event, claimed }) => {
    if (event.type !== DEGRADED || claimed !== undefined) return [];
    const { tool, toolName, version } = event.data.facts;
    return [{ tool, toolName, version, at: event.time }];
  });
