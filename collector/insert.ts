/** Writes to the log: numbered and chained under the team's lock, one statement a table. */
import type { CountersignEvent } from '../lib/domain/event.ts';
import { type Admitted, bodyOf } from './admit.ts';
import { type Author, linkOf, type Tip } from './chain.ts';
import type { Queries } from './database.ts';

/**
 * Holds the team's row until the transaction ends, so that numbers are given in the order of commits, however many
 * collectors write: a reader that has seen number n has seen all before it. Answers with the end of the team's log.
 */
export async function lockTeam(queries: Queries, team: string): Promise<Tip> {
  const [row] = await queries.query<{ last: string; head: string }>(
    `insert into teams as t (team, last_sequence) values ($1, 0)
      on conflict (team) do update set last_sequence = t.last_sequence
      returning last_sequence::text as last, head`,
    [team],
  );
  if (!row) throw new Error('A team was neither made nor found');
  return { sequence: BigInt(row.last), link: row.head };
}

/** Appends what was admitted after `tip`, which the caller has locked. Answers with the new end. */
export async function insert(
  queries: Queries,
  team: string,
  author: Author,
  admitted: readonly Admitted[],
  tip: Tip,
  now: Date,
): Promise<Tip> {
  const last = admitted.at(-1);
  if (!last) return tip;
  const recordedAt = now.toISOString();
  let link = tip.link;
  const rows = admitted.map(({ event, sequence }) => {
    const body = bodyOf(event);
    const bare = event.data.commitment !== undefined && event.data.sealed === undefined;
    link = linkOf(link, { team, sequence, recordedAt, author: author.commitment, event: body, bare });
    return { ...eventRow(event, body), sequence, link, bare };
  });
  await queries.query(
    `insert into events (team, sequence, source, id, subject, type, time, authid, event, bytes, recorded_at,
        author_commitment, author_salt, link, bare)
      select $1, r.sequence::bigint, r.source, r.id, r.subject, r.type, to_timestamp(r.ms / 1000.0), $2, r.event,
        r.bytes, $4::timestamptz, $5, $6, r.link, r.bare
      from jsonb_to_recordset($3::jsonb) as r(sequence text, source text, id text, subject text, type text, ms bigint,
        event jsonb, bytes integer, link text, bare boolean)`,
    [team, author.authid, JSON.stringify(rows), recordedAt, author.commitment, author.salt],
  );
  await insertContents(queries, team, admitted, recordedAt);
  await queries.query('update teams set last_sequence = $2::bigint, head = $3 where team = $1', [
    team,
    last.sequence,
    link,
  ]);
  return { sequence: BigInt(last.sequence), link };
}

async function insertContents(queries: Queries, team: string, admitted: readonly Admitted[], recordedAt: string) {
  const contents = admitted.flatMap(({ event }) => contentRow(event));
  if (contents.length === 0) return;
  await queries.query(
    `insert into contents (team, source, id, salt, content, recorded_at)
      select $1, r.source, r.id, r.salt, r.content, $3::timestamptz
      from jsonb_to_recordset($2::jsonb) as r(source text, id text, salt text, content jsonb)`,
    [team, JSON.stringify(contents), recordedAt],
  );
}

function eventRow(event: CountersignEvent, body: object) {
  const { source, id, subject, type } = event;
  const bytes = Buffer.byteLength(JSON.stringify(event));
  return { source, id, subject, type, ms: Date.parse(event.time), event: body, bytes };
}

function contentRow({ source, id, data: { sealed } }: CountersignEvent) {
  return sealed ? [{ source, id, salt: sealed.salt, content: sealed.content }] : [];
}
