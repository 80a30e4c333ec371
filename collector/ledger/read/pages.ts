/** Reads the log in its sequence. */
import { type CountersignEvent, eventWith } from '../../../lib/domain/events/event.ts';
import { NOBODY, toSequence } from '../../chain.ts';
import type { Queries } from '../../database/database.ts';

/** A page stops growing here, whatever its limit: outputs of half a megabyte would add up to gigabytes. */
export const PAGE_BYTES = 8_000_000;

interface Page {
  events: CountersignEvent[];
  /** Sequence of the last event of the page, or what was asked for when there is none. */
  next: string;
  more: boolean;
  /** Sequence of the last event of the log. */
  end: string;
}

/** A row of the log with its content, where that was not erased. */
export interface StampedRow {
  sequence: string;
  event: CountersignEvent;
  authid: string;
  salt: string | null;
  content: unknown;
}
interface EventRow extends StampedRow {
  available: number;
  end: string;
}

/**
 * The team's events after a number, at most `limit`, with their content unless it was erased. Numbers have no gaps, so
 * the page is a range of them, also where some of it is not for the reader; `limit` rows of "all after" would be sorted out of the rest of the log.
 */
export async function readEvents(
  queries: Queries,
  team: string,
  after: bigint,
  limit: number,
  reader: string,
): Promise<Page> {
  const rows = await queries.query<EventRow>(
    `with candidates as (
        select sequence, source, id, type, authid, event, bytes from events
        where team = $1 and sequence > $2::bigint and sequence <= $2::bigint + $3::integer
      ), sized as (
        select *, sum(bytes) over (order by sequence) - bytes as before, count(*) over () as available from candidates
      )
      select s.sequence::text as sequence, s.event, s.authid, s.available::integer as available, c.salt, c.content,
        (${LAST})::text as end
      from sized s left join lateral (
        select salt, content from contents where team = $1 and source = s.source and id = s.id
          and (text_holds or s.type <> 'countersign.output.seen.v1') limit 1
      ) c on true
      where s.before < $4::bigint order by s.sequence`,
    [team, after.toString(), limit + 1, PAGE_BYTES],
  );
  const page = rows.slice(0, limit);
  const events = page.filter((row) => isFor(reader, row)).map(stamped);
  const last = page.at(-1)?.sequence;
  return {
    events,
    next: toSequence(last === undefined ? after : BigInt(last)),
    more: (rows[0]?.available ?? 0) > page.length,
    end: toSequence(BigInt(rows[0]?.end ?? (await lastOf(queries, team)))),
  };
}

const LAST = 'select last_sequence from teams where team = $1';

/** Number of the last event of a team; nought of one that never wrote. */
async function lastOf(queries: Queries, team: string): Promise<string> {
  const [row] = await queries.query<{ last: string }>(`select coalesce((${LAST}), 0)::text as last`, [team]);
  return row?.last ?? '0';
}

/** Which measures of AI literacy somebody took goes back to themselves, and to nobody else of the team. */
const isFor = (reader: string, { authid, event }: EventRow): boolean =>
  event.type !== 'countersign.measure.taken.v1' || authid === reader;

/** The event as it travels: in its place of the team's order, with its content. */
export function stamped({ sequence, event, authid, salt, content }: StampedRow): CountersignEvent {
  const bare: object = event.data;
  const data = salt === null ? bare : { ...bare, sealed: { salt, content } };
  // What is stored was parsed by the schema when it came, and the database gives it back as it was.
  return eventWith(event, { sequence: toSequence(BigInt(sequence)), ...(authid === NOBODY ? {} : { authid }) }, data);
}

/** Numbers that are looked at in one statement when a whole log is passed over. */
const WINDOW = 10_000n;

/** Every event that a person wrote, in sequence, with its content unless it was erased. */
export async function* readAuthored(queries: Queries, team: string, authid: string): AsyncGenerator<CountersignEvent> {
  const last = BigInt(await lastOf(queries, team));
  for (let after = 0n; after < last; after += WINDOW) {
    const rows = await queries.query<StampedRow>(
      `select e.sequence::text as sequence, e.event, e.authid, c.salt, c.content
        from events e left join contents c on c.team = e.team and c.source = e.source and c.id = e.id
        where e.team = $1 and e.sequence > $2::bigint and e.sequence <= $3::bigint and e.authid = $4
        order by e.sequence`,
      [team, after.toString(), (after + WINDOW).toString(), authid],
    );
    yield* rows.map(stamped);
  }
}
