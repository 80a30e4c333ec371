/** The database's version: forward only, once, and never backwards. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { MIGRATIONS, migrate } from '../../../../collector/database/migrate.ts';
import { connect, openDatabase } from '../../../../collector/database/open.ts';
import { type CountersignEvent, eventWith } from '../../../../lib/domain/events/event.ts';
import { DATABASES_OF_MANY, openFresh, UNMADE_DATABASES, unmadePostgres } from '../databases.ts';
import { appOf, clientOf, newSource, reportMade, sequence } from '../fixtures.ts';
import { findingsOf } from '../logs.ts';

const versions = (database: SqlDatabase) =>
  database.query<{ version: number }>('select version from schema_versions where version > 0 order by version');

describe.each(DATABASES_OF_MANY)('migrations on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
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
    const next = { version: 99, steps: ['create table half (a integer)', 'create table broken ('] };
    await expect(migrate(database, [...MIGRATIONS, next])).rejects.toThrow('The database failed');
    expect(await database.query(`select to_regclass('half')::text as half`)).toEqual([{ half: null }]);
    await migrate(database);
  });
});

test('two collectors that start at once on an empty PostgreSQL migrate it once', async () => {
  const { place, drop } = await unmadePostgres();
  const databases = await Promise.all([openDatabase(place), openDatabase(place), openDatabase(place)]);
  const applied = await Promise.all(databases.map(versions));
  await Promise.all(databases.map((database) => database.close()));
  await drop();
  expect(applied.map((rows) => rows.length)).toEqual([MIGRATIONS.length, MIGRATIONS.length, MIGRATIONS.length]);
});

describe.each(UNMADE_DATABASES)('a log of version 1 on $name', ({ fresh }) => {
  test('is chained and goes on: nothing lost, nothing changed, what was erased by hand is known', async () => {
    const { place, drop } = await fresh();
    const old = await connect(place, () => undefined);
    await migrate(old, MIGRATIONS.slice(0, 1));
    const source = newSource();
    const events = await Promise.all(Array.from({ length: 1_203 }, (_, at) => reportMade(source, `comment ${at}`)));
    await writeAsVersion1(old, 'acme', events);
    const erased = events[6];
    await old.query('delete from contents where id = $1', [erased?.id]);
    await migrate(old);
    expect(await findingsOf(old, 'acme')).toEqual([]);
    const client = await clientOf(appOf(old), old, 'acme', 'reporter', 'ada');
    expect((await client.push([await reportMade(source)])).body.results[0]?.sequence).toBe(sequence(1_204));
    expect(await findingsOf(old, 'acme')).toEqual([]);
    const { body } = await client.pull('?limit=1000');
    expect(body.events.map(({ data }) => data.sealed?.content)).toEqual(
      events.slice(0, 1_000).map((event) => (event === erased ? undefined : event.data.sealed?.content)),
    );
    await old.query(`delete from contents where id = $1`, [events[7]?.id]);
    expect(await findingsOf(old, 'acme')).toEqual(['content_missing 8']);
    await old.close();
    await drop();
  });
});

/** As the collector of version 1 wrote them. */
async function writeAsVersion1(
  database: SqlDatabase,
  team: string,
  events: readonly CountersignEvent[],
): Promise<void> {
  await database.query('insert into teams (team, last_sequence) values ($1, $2)', [team, events.length]);
  const rows = events.map((event, at) => {
    const { sealed, ...data }: { sealed?: object | undefined } = event.data;
    const { source, id, subject, type, time } = event;
    const bytes = Buffer.byteLength(JSON.stringify(event));
    return { sequence: at + 1, source, id, subject, type, time, bytes, event: eventWith(event, {}, data), ...sealed };
  });
  const from = `from jsonb_to_recordset($2::jsonb) as r(sequence bigint, source text, id text, subject text, type text,
    time timestamptz, bytes integer, event jsonb, salt text, content jsonb)`;
  await database.query(
    `insert into events (team, sequence, source, id, subject, type, time, authid, event, bytes)
      select $1, sequence, source, id, subject, type, time, 'ada', event, bytes ${from}`,
    [team, JSON.stringify(rows)],
  );
  await database.query(
    `insert into contents (team, source, id, salt, content) select $1, source, id, salt, content ${from}`,
    [team, JSON.stringify(rows)],
  );
}
