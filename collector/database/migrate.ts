/** Forward-only, numbered migrations, applied at start. */

import { CommandRefusal } from '../cli/refusal.ts';
import { DatabaseError, type Migration, type Queries, type SqlDatabase } from './database.ts';
import { first } from './migrations/001-first.ts';
import { chain } from './migrations/002-chain.ts';
import { texts } from './migrations/003-texts.ts';
import { people } from './migrations/004-people.ts';
import { policy } from './migrations/005-policy.ts';
import { names } from './migrations/006-names.ts';
import { draws } from './migrations/007-draws.ts';
import { probes } from './migrations/008-probes.ts';
import { named } from './migrations/009-named.ts';
import { asking } from './migrations/010-asking.ts';
import { askingAgain } from './migrations/011-asking-again.ts';

/** All migrations, in order. One that was released is never changed: the next change is the next number. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  chain,
  texts,
  people,
  policy,
  names,
  draws,
  probes,
  named,
  asking,
  askingAgain,
];

/** The row that whoever changes the form of the database holds: of no version, and there from the first start on. */
const LOCK_ROW = 0;

/** Hears that the database is about to be brought to a newer version, before anything is written. */
type Before = (newest: number) => Promise<void>;

/**
 * Brings the database to the newest version in one transaction, each step its own statement, or refuses one that is newer than
 * this program. One that is up to date is only looked at: it opens also where nothing can be written.
 */
export async function migrate(
  database: SqlDatabase,
  migrations = MIGRATIONS,
  before: Before = async () => undefined,
): Promise<void> {
  await refuseOtherEncoding(database);
  const newest = migrations.at(-1)?.version ?? 0;
  const found = await versionOf(database);
  if (found > newest) throw newer(found, newest);
  if (found === newest) return;
  if (found > 0) await before(newest);
  await makeLockRow(database);
  await database.transaction(async (queries) => {
    // Work on a large log, and waiting for another collector that does it, takes longer than any request may.
    await queries.query('set local statement_timeout = 0');
    await queries.query('select version from schema_versions where version = $1 for update', [LOCK_ROW]);
    // Another may have brought it there meanwhile, or further.
    const current = await versionOf(queries);
    if (current > newest) throw newer(current, newest);
    for (const migration of migrations) if (migration.version > current) await apply(queries, migration);
  });
}

/** A row is locked where an advisory lock is not: on clusters of several nodes. Two that make the table at once meet in its name. */
async function makeLockRow(database: SqlDatabase): Promise<void> {
  try {
    await database.query(
      'create table if not exists schema_versions (version integer primary key, applied_at timestamptz not null default now())',
    );
  } catch (error) {
    if (!(error instanceof DatabaseError) || !MADE_BY_ANOTHER.has(error.code)) throw error;
  }
  await database.query('insert into schema_versions (version) values ($1) on conflict (version) do nothing', [
    LOCK_ROW,
  ]);
}

/** `unique_violation` in the catalogue, `duplicate_table`, and `duplicate_object`: of the type that a table brings along. */
const MADE_BY_ANOTHER: ReadonlySet<string> = new Set(['23505', '42P07', '42710']);

async function apply(queries: Queries, { version, steps }: Migration): Promise<void> {
  for (const step of steps) await (typeof step === 'string' ? queries.query(step) : step(queries));
  await queries.query('insert into schema_versions (version) values ($1)', [version]);
}

async function versionOf(queries: Queries): Promise<number> {
  const [{ there } = { there: false }] = await queries.query<{ there: boolean }>(
    `select to_regclass('schema_versions') is not null as there`,
  );
  if (!there) return 0;
  const rows = await queries.query<{ version: number }>(
    'select coalesce(max(version), 0)::integer as version from schema_versions',
  );
  return rows[0]?.version ?? 0;
}

const newer = (current: number, newest: number) =>
  new CommandRefusal(
    `The database is of version ${current}, made by a newer collector; this one knows versions up to ${newest}. ` +
      'Start the newer collector, or restore a backup from before the update.',
  );

/** Other encodings cannot hold every text that people and models write. */
async function refuseOtherEncoding(queries: Queries): Promise<void> {
  const rows = await queries.query<{ server_encoding: string }>('show server_encoding');
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8')
    throw new CommandRefusal(`The database is encoded in ${encoding}. Create one with "createdb --encoding=UTF8".`);
}
