/** Checks what the collector relies on beside the chained events: columns, and what hangs on no row. */
import { isAt } from '../../../lib/domain/output/address.ts';
import { hashOf } from '../../chain.ts';
import type { Queries } from '../../database/database.ts';
import type { Columns, LogRow } from '../log-lines.ts';
import type { Finding } from './findings.ts';

/** The columns of a row that are not what its event says; each is what some question of the collector's is asked by. */
export function columnFindings(row: LogRow, columns: Columns): Finding[] {
  const { event, sealed, sequence } = row;
  const differs = Object.entries(COLUMNS).flatMap(([name, holds]) => (holds(row, columns) ? [] : name));
  const size = sizeOf(event, sealed);
  // Of what was erased only the rest can be counted.
  const erased = event.data.commitment !== undefined && !sealed;
  if (erased ? columns.bytes < size : columns.bytes !== size) differs.push('bytes');
  if (differs.length === 0) return [];
  return [{ kind: 'column_changed', sequence, detail: `Not what the event says: ${differs.join(', ')}.` }];
}

type Holds = (row: LogRow, columns: Columns) => boolean;

const COLUMNS: Record<string, Holds> = {
  source: ({ event }, { source }) => source === event.source,
  id: ({ event }, { id }) => id === event.id,
  subject: ({ event }, { subject }) => subject === event.subject,
  type: ({ event }, { type }) => type === event.type,
  time: ({ event }, { ms }) => Number(ms) === Date.parse(String(event.time)),
  'contents.recorded_at': ({ recordedAt, sealed }, { contentMs }) =>
    !sealed || Number(contentMs) === Date.parse(recordedAt),
  'contents.text_holds': ({ event, sealed }, { textHolds }) => {
    if (!sealed || textHolds === null) return true;
    return textHolds === (event.type !== 'countersign.output.seen.v1' || holdsText(event.subject, sealed.content));
  },
};

const holdsText = (subject: unknown, content: unknown): boolean => {
  const { text, veiled } = (content ?? {}) as { text?: unknown; veiled?: unknown };
  if (typeof text !== 'string') return false;
  return isAt(String(subject), typeof veiled === 'string' ? { text, veiled } : { text }, hashOf);
};

const sizeOf = (event: LogRow['event'], sealed: LogRow['sealed']): number =>
  Buffer.byteLength(JSON.stringify(sealed ? { ...event, data: { ...event.data, sealed } } : event));

/** Contents whose event is not there. */
export async function strayFindings(queries: Queries, team: string): Promise<Finding[]> {
  const stray = await queries.query<{ id: string }>(
    `select c.id from contents c where c.team = $1 and not exists
        (select 1 from events e where e.team = c.team and e.source = c.source and e.id = c.id) order by c.id limit 100`,
    [team],
  );
  return stray.map(({ id }) => ({ kind: 'content_stray', detail: `There is content of ${id}, and no such event.` }));
}
