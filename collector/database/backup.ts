/** All that a database holds as lines of JSON, and back: from either kind of database into either. */
import * as z from 'zod';
import { parsedJson } from '../../lib/domain/json.ts';
import { CommandRefusal } from '../cli/refusal.ts';
import type { SqlDatabase } from './database.ts';
import { DatabaseError, type Queries } from './database.ts';
import { MIGRATIONS } from './migrate.ts';

/** Tables of a team in the order in which references allow them, each with the key that pages follow after the team. */
const OF_TEAM = {
  teams: [],
  tokens: ['token_id'],
  events: ['sequence'],
  contents: ['source', 'id'],
  people: [],
  token_acts: ['number'],
  policies: ['number'],
  draw_keys: ['number'],
  judged: ['sequence'],
  due: ['subject'],
  names: ['subject'],
  probes: ['probe_id'],
  probes_given: ['given_id'],
} as const;
/** Tables of all teams together. */
const OF_ALL = { deployment: ['collector_id'], base_policies: ['number'], signing_keys: ['kid'] } as const;
const TABLES = { ...OF_ALL, ...OF_TEAM };
type Table = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as Table[];
const TEAM_TABLES = Object.keys(OF_TEAM) as (keyof typeof OF_TEAM)[];

/** Rows at once: contents may be megabytes each. */
const PAGE = 50;
const VERSION = MIGRATIONS.at(-1)?.version ?? 0;

const headerSchema = z.object({
  format: z.literal('countersign-backup'),
  version: z.union([z.literal(1), z.literal(2)]),
  schema: z.int(),
});
const lineSchema = z.union([
  z.strictObject({ table: z.enum(NAMES as [Table, ...Table[]]), row: z.record(z.string(), z.unknown()) }),
  /** What was read of that team was overtaken: it comes anew. */
  z.strictObject({ again: z.string() }),
  z.strictObject({ end: z.int() }),
]);

/** Told how many rows there are so far. */
export type RowsProgress = (rows: number) => void;

/** How often a team is begun, in which something is erased or a token made each time. */
const TURNS = 20;

/**
 * Every team up to where its log ended when it was read, as lines of JSON, each with its line feed. It takes no snapshot: a team is
 * read anew where what was read before may have changed meanwhile.
 */
export async function* backupLines(queries: Queries): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'countersign-backup', version: 2, schema: VERSION })}\n`;
  let count = 0;
  const counted = async function* (rows: AsyncIterable<[Table, object]>): AsyncGenerator<string> {
    for await (const [table, row] of rows) {
      yield `${JSON.stringify({ table, row })}\n`;
      count++;
    }
  };
  for (const table of Object.keys(OF_ALL) as (keyof typeof OF_ALL)[]) yield* counted(pages(queries, table));
  for (const team of await teamsOf(queries))
    for (let turn = 1; ; turn++) {
      const before = await markOf(queries, team);
      yield* counted(teamRows(queries, team, before));
      if (same(before, await markOf(queries, team))) break;
      if (turn === TURNS)
        throw new CommandRefusal(
          `Something was erased, or changed of tokens, each time that ${team} was read. Try again.`,
        );
      yield `${JSON.stringify({ again: team })}\n`;
    }
  yield `${JSON.stringify({ end: count })}\n`;
}

/** What of a team changes other than by rows that are added: of one moment, as one statement. */
interface Mark {
  row: { last_sequence: number | string } | null;
  /** All but the length of its log. */
  rest: string;
}

const same = (before: Mark, after: Mark): boolean => before.rest === after.rest;

async function markOf(queries: Queries, team: string): Promise<Mark> {
  const [mark] = await queries.query<Mark>(
    `select to_jsonb(t) as row, jsonb_build_array(t.retention_days,
        (select max(sequence) from events where team = $1 and type = 'countersign.content.erased.v1'),
        (select to_jsonb(p) from people p where team = $1), (select count(*) from policies where team = $1))::text as rest
      from (select 1) one left join teams t on t.team = $1`,
    [team],
  );
  return mark ?? { row: null, rest: '' };
}

/** Every team that there is anything of. */
async function teamsOf(queries: Queries): Promise<string[]> {
  const all = TEAM_TABLES.filter((table) => table !== 'contents' && table !== 'judged');
  const rows = await queries.query<{ team: string }>(
    `${all.map((table) => `select team from ${table}`).join(' union ')} order by team`,
  );
  return rows.map(({ team }) => team);
}

async function* teamRows(queries: Queries, team: string, { row }: Mark): AsyncGenerator<[Table, object]> {
  if (row) yield ['teams', row];
  const upTo = String(row?.last_sequence ?? 0);
  for (const table of TEAM_TABLES) if (table !== 'teams') yield* pages(queries, table, { team, upTo });
}

/** What of a table is of the log up to its end. */
const WITHIN: Partial<Record<Table, string>> = {
  events: 'and sequence <= $2::bigint',
  policies: 'and sequence <= $2::bigint',
  judged: 'and sequence <= $2::bigint',
  draw_keys: `and exists (select 1 from policies p
    where p.team = $1 and p.number = t.number and p.sequence <= $2::bigint)`,
  contents: `and exists (select 1 from events e
    where e.team = $1 and e.source = t.source and e.id = t.id and e.sequence <= $2::bigint)`,
};

/** The rows of a table, of one team or of all. */
async function* pages(queries: Queries, table: Table, of?: { team: string; upTo: string }) {
  const within = of ? (WITHIN[table] ?? '') : '';
  const params = [...(of ? [of.team] : []), ...(of && within ? [of.upTo] : [])];
  const where = `where ${of ? 'team = $1' : 'true'} ${within}`;
  for (let last: string | undefined; ; ) {
    const sql = pageOf(table, where, last === undefined ? undefined : params.length + 1);
    const rows = await queries.query<{ row: object; key: string }>(
      sql,
      last === undefined ? params : [...params, last],
    );
    for (const { row } of rows) yield [table, row] satisfies [Table, object];
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.key;
  }
}

/** `after`: the number of the parameter that holds the last row's key. */
function pageOf(table: Table, where: string, after: number | undefined): string {
  const keys: readonly string[] = TABLES[table];
  const key = keys.join(', ');
  const further =
    after === undefined
      ? ''
      : `and (${key}) > (select ${key} from jsonb_populate_record(null::${table}, $${after}::jsonb))`;
  return `select to_jsonb(t) as row, jsonb_build_object(${keys.map((name) => `'${name}', ${name}`).join(', ')})::text as key
    from ${table} t ${where} ${further} ${key ? `order by ${key}` : ''} limit ${PAGE}`;
}

/** Reads a backup into an empty database: all of it or nothing. Answers with how many rows. */
export function restore(database: SqlDatabase, text: AsyncIterable<string>, progress: RowsProgress): Promise<number> {
  return database.transaction(async (queries) => {
    await refuseFilled(queries);
    await queries.query('delete from deployment');
    await queries.query('delete from signing_keys');
    const rows = await fill(queries, text[Symbol.asyncIterator](), progress);
    // Whether a text is what it should be is for this collector to say, not for the file.
    await queries.query('update contents set text_holds = null');
    return rows;
  });
}

async function refuseFilled(queries: Queries): Promise<void> {
  const filled = await queries.query('select 1 from teams union all select 1 from tokens limit 1');
  if (filled.length > 0) throw new CommandRefusal('The database holds records already. Restore into an empty one.');
}

async function readHeader(text: AsyncIterator<string>): Promise<void> {
  const first = await text.next();
  const header = headerSchema.safeParse(first.done ? undefined : parsedJson(first.value));
  if (!header.success) throw new CommandRefusal('This is not a backup of a collector: its first line does not say so.');
  const { schema } = header.data;
  if (schema !== VERSION)
    throw new CommandRefusal(
      `The backup is of database version ${schema}; this collector has ${VERSION}. Restore it with the collector that made it.`,
    );
}

async function fill(queries: Queries, text: AsyncIterator<string>, progress: RowsProgress): Promise<number> {
  await readHeader(text);
  const page = { table: NAMES[0] as Table, rows: [] as object[], count: 0 };
  const flush = async () => {
    await insert(queries, page.table, page.rows);
    progress(page.count);
    page.rows = [];
  };
  for (let number = 2; ; number++) {
    const next = await text.next();
    const line = next.done ? undefined : lineSchema.safeParse(parsedJson(next.value)).data;
    if (!line)
      throw new CommandRefusal(`The backup is damaged at line ${number}, or ends there. Nothing was restored.`);
    if ('again' in line) {
      await flush();
      await forget(queries, line.again);
      continue;
    }
    if ('table' in line) {
      if (line.table !== page.table || page.rows.length === PAGE) await flush();
      page.table = line.table;
      page.rows.push(line.row);
      page.count++;
      continue;
    }
    await flush();
    if (line.end !== page.count)
      throw new CommandRefusal('The backup lacks rows that it says it has. Nothing was restored.');
    return page.count;
  }
}

/** Takes a team out again, in the order that references allow. */
async function forget(queries: Queries, team: string): Promise<void> {
  for (const table of TEAM_TABLES.toReversed()) await queries.query(`delete from ${table} where team = $1`, [team]);
}

async function insert(queries: Queries, table: Table, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  try {
    await queries.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      JSON.stringify(rows),
    ]);
  } catch (error) {
    // Class 22 and 23: what the rows hold, not the database.
    if (error instanceof DatabaseError && /^2[23]/.test(error.code))
      throw new CommandRefusal(
        `The backup holds rows of "${table}" that do not fit (${error.code}). Nothing was restored.`,
      );
    throw error;
  }
}
