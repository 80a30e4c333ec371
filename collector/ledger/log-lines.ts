/** A team's log as lines of JSON, to be kept elsewhere and checked there: a header, a line a row, the head. */
import * as z from 'zod';
import { parsedJson } from '../../lib/domain/json.ts';
import { toSequence } from '../chain.ts';
import type { Queries } from '../database/database.ts';
import { type End, type Head, headSchema, lastOfEnd } from './head.ts';

/** Rows at once: contents may be megabytes each. */
const PAGE = 100;

const headerSchema = z.strictObject({
  format: z.literal('countersign-log'),
  version: z.literal(1),
  team: z.string(),
});

/** A commitment to somebody whom the event names in its facts; its salt is gone once the name was erased. */
const namedSchema = z.strictObject({ commitment: z.string(), salt: z.string().optional() });
export type Named = z.infer<typeof namedSchema>;

/** One row of the log with all that its link commits to, and what may be erased of it. */
const rowSchema = z.strictObject({
  sequence: z.string().regex(/^\d{16}$/),
  recordedAt: z.string(),
  /** The commitment to the author. */
  author: z.string(),
  authid: z.string(),
  /** Opens `author`; gone once the name was erased. */
  authorSalt: z.string().optional(),
  event: z.looseObject({
    source: z.string(),
    id: z.string(),
    type: z.string(),
    data: z.looseObject({ facts: z.unknown(), commitment: z.string().optional() }),
  }),
  bare: z.boolean(),
  /** For each whom the event names; none of a row that was chained before names could be erased. */
  named: z.array(namedSchema).optional(),
  /** Opens the event's commitment; gone once the content was erased. */
  sealed: z.strictObject({ salt: z.string(), content: z.unknown() }).optional(),
  link: z.string(),
});
export type LogRow = z.infer<typeof rowSchema>;

const footSchema = z.strictObject({ head: headSchema });

/**
 * A line of a log: a row, the head at the end, or one that cannot be read, by its number. `later`: a row of after the head, which
 * may say what was erased while the log was read.
 */
export type Line = { row: LogRow } | { head: Head } | { unreadable: number } | { later: LogRow };

interface StoredRow extends Omit<LogRow, 'authorSalt' | 'sealed' | 'recordedAt' | 'sequence' | 'named'> {
  sequence: string;
  ms: string;
  authorSalt: string | null;
  named: Named[] | null;
  salt: string | null;
  content: unknown;
  columns: Columns;
}

/** What the collector keeps of a row beside what is chained, to ask by it. */
export interface Columns {
  source: string;
  id: string;
  subject: string;
  type: string;
  /** Milliseconds since 1970. */
  ms: string;
  bytes: number;
  contentMs: string | null;
  textHolds: boolean | null;
}

/** Which rows are meant: after a number, and up to one. */
interface Span {
  after?: bigint;
  upTo: bigint;
}

/** The rows of a team, in sequence. */
export async function* readRows(queries: Queries, team: string, span: Span): AsyncGenerator<LogRow> {
  for await (const { row } of readStored(queries, team, span)) yield row;
}

/** The same with their columns, a page at a time. */
export async function* readStored(
  queries: Queries,
  team: string,
  { after = 0n, upTo }: Span,
): AsyncGenerator<{ row: LogRow; columns: Columns }> {
  for (let last = after; ; ) {
    const rows = await queries.query<StoredRow>(
      `select e.sequence::text as sequence, round((extract(epoch from e.recorded_at) * 1000)::numeric)::text as ms,
          e.author_commitment as author, e.author_salt as "authorSalt", e.authid, e.event, e.bare, e.named, e.link,
          c.salt, c.content, jsonb_build_object('source', e.source, 'id', e.id, 'subject', e.subject, 'type', e.type,
            'ms', round((extract(epoch from e.time) * 1000)::numeric)::text, 'bytes', e.bytes, 'textHolds', c.text_holds,
            'contentMs', round((extract(epoch from c.recorded_at) * 1000)::numeric)::text) as columns
        from (select * from events where team = $1 and sequence > $2::bigint and sequence <= $3::bigint
          order by sequence limit ${PAGE}) e
        left join lateral (
          select salt, content, recorded_at, text_holds from contents where team = $1 and source = e.source and id = e.id limit 1
        ) c on true
        order by e.sequence`,
      [team, last.toString(), upTo.toString()],
    );
    for (const { columns, ...row } of rows) yield { row: toRow(row), columns };
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = BigInt(end.sequence);
  }
}

function toRow({ sequence, ms, authorSalt, named, salt, content, ...rest }: Omit<StoredRow, 'columns'>): LogRow {
  return {
    ...rest,
    sequence: toSequence(BigInt(sequence)),
    recordedAt: new Date(Number(ms)).toISOString(),
    ...(authorSalt === null ? {} : { authorSalt }),
    ...(named === null ? {} : { named }),
    ...(salt === null ? {} : { sealed: { salt, content } }),
  };
}

/** Content was erased while a log was read: part of it may have been read before, and nothing that was read says so. */
export class ErasedMeanwhile extends Error {}

/** The log up to where it ended as lines of text, each with its line feed. Throws `ErasedMeanwhile`. */
export async function* exportLines(queries: Queries, team: string, end: End): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'countersign-log', version: 1, team } satisfies z.infer<typeof headerSchema>)}\n`;
  const upTo = lastOfEnd(end);
  for await (const row of readRows(queries, team, { upTo })) yield `${JSON.stringify(row)}\n`;
  if (await erasedAfter(queries, team, upTo)) throw new ErasedMeanwhile();
  yield `${JSON.stringify({ head: end.head })}\n`;
}

/** Whether a later row than that says that something was erased. */
async function erasedAfter(queries: Queries, team: string, sequence: bigint): Promise<boolean> {
  const [row] = await queries.query<{ erased: boolean }>(
    `select exists (select 1 from events where team = $1 and sequence > $2::bigint
      and type = 'countersign.content.erased.v1') as erased`,
    [team, sequence.toString()],
  );
  return row?.erased === true;
}

/** Reads an exported log. Answers with its team, and its lines as they come. Rejects when it is no such log. */
export async function readLines(text: AsyncIterable<string>): Promise<{ team: string; lines: AsyncGenerator<Line> }> {
  const all = text[Symbol.asyncIterator]();
  const first = await all.next();
  const header = headerSchema.safeParse(first.done ? undefined : parsedJson(first.value));
  if (!header.success) throw new TypeError('This is not an exported log: its first line does not say so.');
  return { team: header.data.team, lines: rest(all) };
}

async function* rest(all: AsyncIterator<string>): AsyncGenerator<Line> {
  for (let number = 2; ; number++) {
    const next = await all.next();
    if (next.done) return;
    if (next.value.trim() === '') continue;
    const value = parsedJson(next.value);
    const row = rowSchema.safeParse(value);
    const foot = footSchema.safeParse(value);
    if (row.success) yield { row: row.data };
    else if (foot.success) yield { head: foot.data.head };
    else yield { unreadable: number };
  }
}
