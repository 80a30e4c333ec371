/** What the team's log says of the events of a request, and where it ends. */
import { type CountersignEvent, eventKey } from '../../lib/domain/events/event.ts';
import type { EventBody } from '../../lib/domain/export/chained.ts';
import { reportIdOf } from '../../lib/domain/report/of-event.ts';
import { type Tip, toSequence } from '../chain.ts';
import type { Queries } from '../database/database.ts';
import { type Known, madeIdOf, type Owner, type OwnKind, ownKey, reuseIdOf, withdrawnIdOf } from './admit.ts';

interface Row {
  last: string | null;
  head: string | null;
  events: { source: string; id: string; sequence: string; event: EventBody }[];
  owners: ({ kind: OwnKind; ownId: string } & Owner)[];
}

/**
 * Reads all of it in one statement, as it is at one moment. `tip` is undefined of a team that never wrote.
 * `lateral … limit 1`: one look into an index for each row. A plain join reads the whole table where statistics are
 * missing, and the embedded database never gathers any.
 */
export async function readKnown(
  queries: Queries,
  team: string,
  events: readonly CountersignEvent[],
): Promise<{ known: Known; tip: Tip | undefined }> {
  const keys = events.map(({ source, id }) => ({ source, id }));
  const reportIds = [...new Set(events.flatMap((event) => reportIdOf(event) ?? []))];
  const reuseIds = [...new Set(events.flatMap((event) => reuseIdOf(event) ?? []))];
  const decisions = events.flatMap((event) => {
    const id = withdrawnIdOf(event) ?? madeIdOf(event);
    return id === undefined ? [] : { id, subject: event.subject };
  });
  const [row] = await queries.query<Row>(
    `select t.last_sequence::text as last, t.head, e.rows as events, o.rows as owners
      from (select coalesce(jsonb_agg(jsonb_build_object('source', e.source, 'id', e.id, 'sequence', e.sequence::text,
            'event', e.event)), '[]') as rows
          from jsonb_to_recordset($2::jsonb) as k(source text, id text)
          cross join lateral (
            select * from events where team = $1 and source = k.source and id = k.id limit 1
          ) e) e
      cross join (select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'ownId', o.id, 'source', o.source,
            'authid', o.authid, 'subject', o.subject)), '[]') as rows
          from (
            select 'report' as kind, r.id, own.* from jsonb_array_elements_text($3::jsonb) as r(id)
            cross join lateral (
              select source, authid, subject from events
              where team = $1 and event #>> '{data,facts,reportId}' = r.id and type = 'countersign.report.made.v1'
              order by sequence limit 1
            ) own
            union all
            select 'reuse', r.id, own.* from jsonb_array_elements_text($4::jsonb) as r(id)
            cross join lateral (
              select source, authid, subject from events
              where team = $1 and event #>> '{data,facts,reuseId}' = r.id and type = 'countersign.output.reused.v1'
              order by sequence limit 1
            ) own
            union all
            select 'decision', d.id, own.* from jsonb_to_recordset($5::jsonb) as d(id text, subject text)
            cross join lateral (
              select source, authid, subject from events
              where team = $1 and subject = d.subject and event #>> '{data,facts,decisionId}' = d.id
                and type = 'countersign.decision.made.v1'
              order by sequence limit 1
            ) own
          ) o) o
      left join teams t on t.team = $1`,
    [team, ...[keys, reportIds, reuseIds, decisions].map((asked) => JSON.stringify(asked))],
  );
  if (!row) throw new Error('A read of one row gave none');
  const known: Known = {
    events: new Map(
      row.events.map((each) => [eventKey(each), { body: each.event, sequence: toSequence(BigInt(each.sequence)) }]),
    ),
    owners: new Map(row.owners.map(({ kind, ownId, ...owner }) => [ownKey(kind, ownId), owner])),
  };
  return { known, tip: row.head === null ? undefined : { sequence: BigInt(row.last ?? 0), link: row.head } };
}
