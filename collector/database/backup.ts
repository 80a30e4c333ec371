/** All that a database holds as lines of JSON, and back: from either kind of database into either. */
import * as z from 'zod';
import { CommandRefusal } from '../cli/refusal.ts';
import type { SqlDatabase } from './database.ts';
import { atOneMoment, DatabaseError, type Queries } from './database.ts';
import { MIGRATIONS } from './migrate.ts';

/** Tables in the order in which references allow them, each with the key that pages follow. */
const TABLES = {
  deployment: ['collector_id'],
  teams: ['team'],
  tokens: ['team', 'token_id'],
  events: ['team', 'sequence'],
  contents: ['team', 'source', 'id'],
  people: ['team'],
  token_acts: ['team', 'number'],
  policies: ['team', 'number'],
  draw_keys: ['team', 'number'],
  base_policies: ['number'],
  signing_keys: ['kid'],
  judged: ['team', 'sequence'],
  due: ['team', 'subject'],
  names: ['team', 'subject'],
} as const;
type Table = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as Table[];

/** Rows at once: contents may be megabytes each. */
const PAGE = 50;
const VERSION = MIGRATIONS.at(-1)?.version ?? 0;

const headerSchema = z.object({ format: z.literal('countersign-backup'), version: z.literal(1), schema: z.int() });
const lineSchema = z.union([
  z.strictObject({ table: z.enum(NAMES as [Table, ...Table[]]), row: z.record(z.string(), z.unknown()) }),
  z.strictObject({ end: z.int() }),
]);

export type BackupProgress = (rows: number) => void;

/** Every row as the database was at one moment. `write` is given lines, each with its line feed. */
export function backUp(
  database: SqlDatabase,
  write: (lines: AsyncIterable<string>) => Promise<void>,
  progress: BackupProgress,
) {
  return atOneMoment(database, (queries) => write(lines(queries, progress)));
}

async function* lines(queries: Queries, progress: BackupProgress): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'countersign-backup', version: 1, schema: VERSION })}\n`;
  let count = 0;
  for (const table of NAMES)
    for await (const rows of pages(queries, table)) {
      for (const row of rows) yield `${JSON.stringify({ table, row })}\n`;
      count += rows.length;
      progress(count);
    }
  yield `${JSON.stringify({ end: count })}\n`;
}

async function* pages(queries: Queries, table: Table): AsyncGenerator<object[]> {
  const key = TABLES[table].join(', ');
  for (let last: string | undefined; ; ) {
    const rows: { row: object; key: string }[] = await queries.query(
      `select to_jsonb(t) as row, jsonb_build_object(${TABLES[table].map((name) => `'${name}', ${name}`).join(', ')})::text as key
        from ${table} t
        ${last === undefined ? '' : `where (${key}) > (select ${key} from jsonb_populate_record(null::${table}, $1::jsonb))`}
        order by ${key} limit ${PAGE}`,
      last === undefined ? [] : [last],
    );
    yield rows.map(({ row }) => row);
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.key;
  }
}

/** Reads a backup into an empty database: all of it or nothing. Answers with how many rows. */
export function restore(database: SqlDatabase, text: AsyncIterable<string>, progress: BackupProgress): Promise<number> {
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
  const header = headerSchema.safeParse(first.done ? undefined : parse(first.value));
  if (!header.success) throw new CommandRefusal('This is not a backup of a collector: its first line does not say so.');
  const { schema } = header.data;
  if (schema !== VERSION)
    throw new CommandRefusal(
      `The backup is of database version ${schema}; this collector has ${VERSION}. Restore it with the collector that made it.`,
    );
}

async function fill(queries: Queries, text: AsyncIterator<string>, progress: BackupProgress): Promise<number> {
  await readHeader(text);
  const page = { table: NAMES[0] as Table, rows: [] as object[], count: 0 };
  const flush = async () => {
    await insert(queries, page.table, page.rows);
    progress(page.count);
    page.rows = [];
  };
  for (let number = 2; ; number++) {
    const next = await text.next();
    const line = next.done ? undefined : lineSchema.safeParse(parse(next.value)).data;
    if (!line)
      throw new CommandRefusal(`The backup is damaged at line ${number}, or ends there. Nothing was restored.`);
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

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
