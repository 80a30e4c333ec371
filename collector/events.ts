/** The log: append with idempotency and a gapless sequence per team, read in that sequence. */
import { type CountersignEvent, eventKey } from '../lib/domain/event.ts';
import {
  type Admitted,
  admit,
  bodyOf,
  canonicalBody,
  type Known,
  type Result,
  reportIdOf,
  toSequence,
} from './admit.ts';
import type { Database, Queries } from './database.ts';
import { type Judged, judge } from './judge.ts';
import type { Caller } from './tokens.ts';

/** A page stops growing here, whatever its limit: outputs of half a megabyte would add up to gigabytes. */
const PAGE_BYTES = 8_000_000;

/** Judges `raw` events and stores those that pass, in one transaction. Answers for each, in their order. */
export async function appendEvents(
  database: Database,
  caller: Caller,
  raw: readonly unknown[],
  now: Date,
): Promise<Result[]> {
  const judged = await Promise.all(raw.map(judge));
  const events = judged.flatMap(({ event }) => event ?? []);
  if (events.length === 0) return admit(judged, caller, { events: new Map(), owners: new Map() }, 0n, now).results;
  return database.transaction((queries) => append(queries, caller, judged, events, now));
}

async function append(
  queries: Queries,
  caller: Caller,
  judged: readonly Judged[],
  events: readonly CountersignEvent[],
  now: Date,
): Promise<Result[]> {
  const last = await lockTeam(queries, caller.team);
  const known: Known = {
    events: await knownEvents(queries, caller.team, events),
    owners: await knownOwners(queries, caller.team, events),
  };
  const { results, admitted } = admit(judged, caller, known, last, now);
  if (admitted.length > 0) await insert(queries, caller, admitted, last + BigInt(admitted.length));
  return results;
}

/**
 * Holds the team's row until the transaction ends, so that numbers are given in the order of commits: a reader that
 * has seen number n has seen all before it. Answers with the last number given.
 */
async function lockTeam(queries: Queries, team: string): Promise<bigint> {
  const [row] = await queries.query<{ last: string }>(
    `insert into teams as t (team, last_sequence) values ($1, 0)
      on conflict (team) do update set last_sequence = t.last_sequence returning last_sequence::text as last`,
    [team],
  );
  return BigInt(row?.last ?? 0);
}

// `lateral … limit 1`, here and below: one look into an index for each row. A plain join reads the whole table where
// statistics are missing, and the embedded database never gathers any.

async function knownEvents(queries: Queries, team: string, events: readonly CountersignEvent[]) {
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

async function knownOwners(
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

/** One statement a table, however many events. */
async function insert(queries: Queries, { team, subject }: Caller, admitted: readonly Admitted[], last: bigint) {
  await queries.query(
    `insert into events (team, sequence, source, id, subject, type, time, authid, event, bytes)
      select $1, r.sequence::bigint, r.source, r.id, r.subject, r.type, to_timestamp(r.ms / 1000.0), $2, r.event, r.bytes
      from jsonb_to_recordset($3::jsonb) as r(
        sequence text, source text, id text, subject text, type text, ms bigint, event jsonb, bytes integer)`,
    [team, subject, JSON.stringify(admitted.map(eventRow))],
  );
  const contents = admitted.flatMap(({ event }) => contentRow(event));
  if (contents.length > 0)
    await queries.query(
      `insert into contents (team, source, id, salt, content) select $1, r.source, r.id, r.salt, r.content
        from jsonb_to_recordset($2::jsonb) as r(source text, id text, salt text, content jsonb)`,
      [team, JSON.stringify(contents)],
    );
  await queries.query('update teams set last_sequence = $2::bigint where team = $1', [team, last.toString()]);
}

function eventRow({ event, sequence }: Admitted) {
  const { source, id, subject, type } = event;
  const bytes = Buffer.byteLength(JSON.stringify(event));
  return { sequence, source, id, subject, type, ms: Date.parse(event.time), event: bodyOf(event), bytes };
}

function contentRow({ source, id, data: { sealed } }: CountersignEvent) {
  return sealed ? [{ source, id, salt: sealed.salt, content: sealed.content }] : [];
}

export interface Page {
  events: CountersignEvent[];
  /** Sequence of the last event of the page, or what was asked for when there is none. */
  next: string;
  more: boolean;
}

interface EventRow {
  sequence: string;
  event: CountersignEvent;
  authid: string;
  available: number;
  salt: string | null;
  content: unknown;
}

/**
 * The team's events after a number, at most `limit`, with their content unless it was erased. Numbers have no gaps, so
 * the page is a range of them; `limit` rows of "all after" would be sorted out of the rest of the log.
 */
export async function readEvents(queries: Queries, team: string, after: bigint, limit: number): Promise<Page> {
  const rows = await queries.query<EventRow>(
    `with candidates as (
        select sequence, source, id, authid, event, bytes from events
        where team = $1 and sequence > $2::bigint and sequence <= $2::bigint + $3::integer
      ), sized as (
        select *, sum(bytes) over (order by sequence) - bytes as before, count(*) over () as available from candidates
      )
      select s.sequence::text as sequence, s.event, s.authid, s.available::integer as available, c.salt, c.content
      from sized s left join lateral (
        select salt, content from contents where team = $1 and source = s.source and id = s.id limit 1
      ) c on true
      where s.before < $4::bigint order by s.sequence`,
    [team, after.toString(), limit + 1, PAGE_BYTES],
  );
  const page = rows.slice(0, limit);
  const events = page.map(stamped);
  return { events, next: events.at(-1)?.sequence ?? toSequence(after), more: (rows[0]?.available ?? 0) > page.length };
}

function stamped({ sequence, event, authid, salt, content }: EventRow): CountersignEvent {
  const data = salt === null ? event.data : { ...event.data, sealed: { salt, content } };
  // What is stored was parsed by the schema when it came, and the database gives it back as it was.
  return { ...event, data, sequence: toSequence(BigInt(sequence)), authid } as CountersignEvent;
}
