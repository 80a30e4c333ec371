/** Writes to the log: numbered and chained under the team's lock, one statement a table. */

import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import { eventDeclared } from '../../lib/domain/events/index.ts';
import { bodyOf } from '../../lib/domain/export/chained.ts';
import { namesIn } from '../../lib/domain/people/naming.ts';
import { type Author, commitToAuthor, linkOf, NOBODY, type Tip } from '../chain.ts';
import type { Queries } from '../database/database.ts';
import type { Admitted } from './admit.ts';

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

/**
 * Appends what was admitted after `tip`, and answers with the new end; with undefined, and nothing done, when the log
 * no longer ends there. One statement for the three tables: it is all or nothing also outside a transaction, and each
 * turn to the database would be time in which the team is held.
 */
export async function insert(
  queries: Queries,
  team: string,
  author: Author,
  admitted: readonly Admitted[],
  tip: Tip,
  now: Date,
): Promise<Tip | undefined> {
  const last = admitted.at(-1);
  if (!last) return tip;
  const recordedAt = now.toISOString();
  const rows = linked(team, author, admitted, tip.link, recordedAt);
  const link = rows.at(-1)?.link ?? tip.link;
  const done = await queries.query(
    `with t as (
        update teams set last_sequence = $5::bigint, head = $6
        where team = $1 and last_sequence = $7::bigint and head = $8 returning team
      ), e as (
        insert into events (team, sequence, source, id, subject, type, time, authid, event, bytes, recorded_at,
          author_commitment, author_salt, link, bare, named)
        select t.team, r.sequence::bigint, r.source, r.id, r.subject, r.type, to_timestamp(r.ms / 1000.0), r.authid, r.event,
          r.bytes, $4::timestamptz, r.commitment, r.salt, r.link, r.bare, r.named
        from t cross join jsonb_to_recordset($2::jsonb) as r(sequence text, source text, id text, subject text,
          type text, ms bigint, event jsonb, bytes integer, link text, bare boolean, authid text, commitment text, salt text, named jsonb)
      ), c as (
        insert into contents (team, source, id, salt, content, recorded_at, text_holds)
        select t.team, r.source, r.id, r.salt, r.content, $4::timestamptz, true
        from t cross join jsonb_to_recordset($3::jsonb) as r(source text, id text, salt text, content jsonb)
      )
      select team from t`,
    [
      team,
      JSON.stringify(rows),
      JSON.stringify(admitted.flatMap(({ event }) => contentRow(event))),
      recordedAt,
      last.sequence,
      link,
      tip.sequence.toString(),
      tip.link,
    ],
  );
  return done.length === 0 ? undefined : { sequence: BigInt(last.sequence), link };
}

/** Rows with their links, the first of which follows `previous`. */
function linked(team: string, author: Author, admitted: readonly Admitted[], previous: string, recordedAt: string) {
  let link = previous;
  return admitted.map(({ event, sequence }) => {
    const body = bodyOf(event);
    const bare = event.data.commitment !== undefined && event.data.sealed === undefined;
    const { authid, commitment, salt } = isNobodys(event) ? commitToAuthor(NOBODY) : author;
    const people = namesIn(event).map(commitToAuthor);
    const named = people.length > 0 ? people.map((one) => ({ commitment: one.commitment, salt: one.salt })) : undefined;
    const row = { team, sequence, recordedAt, author: commitment, event: body, bare };
    link = linkOf(link, { ...row, named: named?.map((one) => one.commitment) });
    return { ...eventRow(event, body), sequence, link, bare, authid, commitment, salt, named };
  });
}

/** A tally has no author: who handed it in is noted nowhere. */
const isNobodys = ({ type }: CountersignEvent): boolean => eventDeclared(type)?.about === 'day';

function eventRow(event: CountersignEvent, body: object) {
  const { source, id, subject, type } = event;
  const bytes = Buffer.byteLength(JSON.stringify(event));
  return { source, id, subject, type, ms: Date.parse(event.time), event: body, bytes };
}

function contentRow({ source, id, data: { sealed } }: CountersignEvent) {
  return sealed ? [{ source, id, salt: sealed.salt, content: sealed.content }] : [];
}
