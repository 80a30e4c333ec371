/** A new version keeps the embedded database as it was, and that opens with the version before. */
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepBefore } from '../../../../collector/database/kept.ts';
import { MIGRATIONS, migrate } from '../../../../collector/database/migrate.ts';
import { connect, openDatabase } from '../../../../collector/database/open.ts';
import { madeDirectory } from '../made.ts';
import { freshDirectory } from '../processes.ts';

const OLD = MIGRATIONS.slice(0, -1);
const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;
const ignore = () => undefined;
const kept = (path: string) => readdirSync(path).filter((name) => name.startsWith('before-version-'));

test('it keeps a copy before it migrates, once; the copy is a way back', async () => {
  const { place, drop } = await freshDirectory();
  const old = await connect(place, ignore);
  await migrate(old, OLD);
  await old.query(`insert into teams (team, last_sequence) values ('acme', 0)`);
  await old.close();
  await (await openDatabase(place)).close();
  expect(kept(place.path)).toEqual([`before-version-${NEWEST}`]);
  const again = await openDatabase(place);
  await again.query(`insert into teams (team, last_sequence) values ('later', 0)`);
  await again.close();
  expect(kept(place.path)).toEqual([`before-version-${NEWEST}`]);

  rmSync(join(place.path, 'postgres'), { recursive: true });
  renameSync(join(place.path, `before-version-${NEWEST}`), join(place.path, 'postgres'));
  const back = await connect(place, ignore);
  // As the old program sees it: nothing is newer than what it knows.
  await migrate(back, OLD);
  expect(await back.query('select team from teams')).toEqual([{ team: 'acme' }]);
  await back.close();
  await drop();
});

test('the copy of the upgrade before goes; without room nothing is changed', async () => {
  const { place, drop } = await madeDirectory();
  const database = await openDatabase(place);
  expect(kept(place.path)).toEqual([]);
  await keepBefore(place.path, database, 100);
  await keepBefore(place.path, database, 101);
  expect(kept(place.path)).toEqual(['before-version-101']);
  const full = { ...database, free: () => 1_000 };
  await expect(keepBefore(place.path, full, 102)).rejects.toThrow(/no room for that\. Make room for \d+ MB more/);
  expect(kept(place.path)).toEqual(['before-version-101']);
  await database.close();
  await drop();
});
