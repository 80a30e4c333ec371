/** What the team's log says of the events of a request. */
import { type CountersignEvent, eventKey } from '../lib/domain/event.ts';
import { canonicalBody, type Known, reportIdOf } from './admit.ts';
import { toSequence } from './chain.ts';
import type { Queries } from './database.ts';

// `lateral … limit 1`, here and below: one look into an index for each row. A plain join reads the whole table where
// statistics are missing, and the embedded database never gathers any.

/** Those that are stored already, by `eventKey`. */
export async function knownEvents(queries: Queries, team: string, events: readonly CountersignEvent[]) {
  const keys = events.map(({ source, id }) => ({ source, id }));
  const rows = await queries.query<{ source: string; id: string; sequence: string; event: object }>(
    `select e.source, e.id, e.sequence::text as sequence, e.event
      from jsonb_to_recordset($2::jsonb) as k(source text, id text)
      cross join lateral (
        select * from events where team = $1 and source = k.source and id = k.id limit 1
      ) e`,
    [team, JSON.stringify(keys)],
  );
  return new Map(
    rows.map((row) => [eventKey(row), { body: canonicalBody(row.event), sequence: toSequence(BigInt(row.sequence)) }]),
  );
}

/** Whose the reports are that they change, by report id. */
export async function knownOwners(
  queries: Queries,
  team: string,
  events: readonly CountersignEvent[],
): Promise<Known['owners']> {
  const reportIds = [...new Set(events.flatMap((event) => reportIdOf(event) ?? []))];
  if (reportIds.length === 0) return new Map();
  const rows = await queries.query<{ reportId: string; source: string; authid: string; subject: string }>(
    `select r.id as "reportId", e.source, e.authid, e.subject
      from jsonb_array_elements_text($2::jsonb) as r(id)
      cross join lateral (
        select source, authid, subject from events
        where team = $1 and event #>> '{data,facts,reportId}' = r.id and type = 'countersign.report.made.v1'
        order by sequence limit 1
      ) e`,
    [team, JSON.stringify(reportIds)],
  );
  return new Map(rows.map(({ reportId, ...owner }) => [reportId, owner]));
}
