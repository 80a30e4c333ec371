/** The database's version: forward only, once, and never backwards. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../collector/database.ts';
import { MIGRATIONS, migrate } from '../../../collector/migrate.ts';
import { openDatabase } from '../../../collector/open.ts';
import { DATABASES, freshPostgres, openFresh } from './databases.ts';

const versions = (database: Database) =>
  database.query<{ version: number }>('select version from schema_versions order by version');

describe.each(DATABASES)('migrations on $name', { timeout: 60_000 }, ({ fresh }) => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    ({ database, drop } = await openFresh(fresh));
  }, 60_000);
  afterEach(async () => {
    await drop?.();
  });

  test('a second start changes nothing', async () => {
    const before = await versions(database);
    expect(before.map(({ version }) => version)).toEqual(MIGRATIONS.map(({ version }) => version));
    await migrate(database);
    expect(await versions(database)).toEqual(before);
  });

  test('a newer database is refused in a plain sentence and left as it is', async () => {
    await database.query('insert into schema_versions (version) values (99)');
    await expect(migrate(database)).rejects.toThrow(/version 99, made by a newer collector; this one knows .* up to/);
  });

  test('a migration that fails halfway leaves nothing of itself', async () => {
    const next = { version: 99, statements: ['create table half (a integer)', 'create table broken ('] };
    await expect(migrate(database, [...MIGRATIONS, next])).rejects.toThrow('The database failed');
    expect(await database.query(`select to_regclass('half')::text as half`)).toEqual([{ half: null }]);
    await migrate(database);
  });
});

test('two collectors that start at once on an empty PostgreSQL migrate it once', { timeout: 60_000 }, async () => {
  const { place, drop } = await freshPostgres();
  const databases = await Promise.all([openDatabase(place), openDatabase(place), openDatabase(place)]);
  const applied = await Promise.all(databases.map(versions));
  await Promise.all(databases.map((database) => database.close()));
  await drop();
  expect(applied.map((rows) => rows.length)).toEqual([MIGRATIONS.length, MIGRATIONS.length, MIGRATIONS.length]);
});
