/** Forward-only, numbered migrations, applied at start. */

import { CommandRefusal } from '../cli/refusal.ts';
import type { Migration, Queries, SqlDatabase } from './database.ts';
import { first } from './migrations/001-first.ts';
import { chain } from './migrations/002-chain.ts';
import { texts } from './migrations/003-texts.ts';
import { people } from './migrations/004-people.ts';
import { policy } from './migrations/005-policy.ts';
import { names } from './migrations/006-names.ts';

/** All migrations, in order. One that was released is never changed: the next change is the next number. */
export const MIGRATIONS: readonly Migration[] = [first, chain, texts, people, policy, names];

/** Any number that nobody else locks in this database. */
const LOCK = 7_263_114_905;

/** Brings the database to the newest version in one transaction, or refuses one that is newer than this program. */
export async function migrate(database: SqlDatabase, migrations = MIGRATIONS): Promise<void> {
  await database.transaction(async (queries) => {
    // Work on a large log, and waiting for another collector that does it, takes longer than any request may.
    await queries.query('set local statement_timeout = 0');
    await queries.query('select pg_advisory_xact_lock($1::bigint)', [String(LOCK)]);
    await refuseOtherEncoding(queries);
    // Asked first: a database that is up to date opens also where nothing can be written.
    const [{ there } = { there: false }] = await queries.query<{ there: boolean }>(
      `select to_regclass('schema_versions') is not null as there`,
    );
    if (!there)
      await queries.query(
        'create table schema_versions (version integer primary key, applied_at timestamptz not null default now())',
      );
    const current = await versionOf(queries);
    const newest = migrations.at(-1)?.version ?? 0;
    if (current > newest) throw newer(current, newest);
    for (const migration of migrations) if (migration.version > current) await apply(queries, migration);
  });
}

async function apply(queries: Queries, { version, steps }: Migration): Promise<void> {
  for (const step of steps) await (typeof step === 'string' ? queries.query(step) : step(queries));
  await queries.query('insert into schema_versions (version) values ($1)', [version]);
}

async function versionOf(queries: Queries): Promise<number> {
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
