/** The databases that every suite runs against: the embedded one and a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import type { SqlDatabase } from '../../../collector/database/database.ts';
import type { DatabasePlace } from '../../../collector/database/open.ts';
import { openDatabase } from '../../../collector/database/open.ts';
import { administer, urlOn } from '../../../scripts/collector/made.ts';
import { withNights } from '../../nightly.ts';
import { emptyInMemory } from './empty.ts';

export interface Fresh {
  place: DatabasePlace;
  drop(): Promise<void>;
}

type OnServer = Fresh & { place: Extract<DatabasePlace, { kind: 'postgres' }> };

/** A PostgreSQL database of its own of the newest version, on the server that the environment names: copied where `npm test` has made one. */
export const freshPostgres = (): Promise<OnServer> =>
  onServerFrom(process.env.COUNTERSIGN_TEST_POSTGRES_MADE ?? 'template0');

/** One in which nothing was made yet. */
export const unmadePostgres = (): Promise<OnServer> => onServerFrom('template0');

async function onServerFrom(template: string): Promise<OnServer> {
  const server = process.env.COUNTERSIGN_TEST_POSTGRES;
  if (!server)
    throw new Error('COUNTERSIGN_TEST_POSTGRES is not set: these tests need the address of a PostgreSQL server.');
  const name = `countersign_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name} encoding 'UTF8' template ${template}`);
  return {
    place: { kind: 'postgres', url: urlOn(server, name) },
    drop: () => administer(server, `drop database ${name} with (force)`),
  };
}

/** An empty embedded database in memory, of the newest version: copied, as making it takes a second of a core. */
export const madeInMemory = async (): Promise<DatabasePlace> => ({ kind: 'memory', held: await emptyInMemory() });

const onServer = { name: 'PostgreSQL', fresh: freshPostgres as () => Promise<Fresh> };
const nothingToDrop = async () => undefined;

const embedded = {
  name: 'PGlite',
  fresh: async (): Promise<Fresh> => ({ place: await madeInMemory(), drop: nothingToDrop }),
};

/** For `describe.each`. */
export const DATABASES = [embedded, onServer];

/** The same, where many cases try a rule that is none of the database: on the embedded one by night only. */
export const DATABASES_OF_MANY = withNights([onServer], embedded);

/** For `describe.each`, where it is the migrations from the first version on that are meant: on the embedded one by night only. */
export const UNMADE_DATABASES = withNights([{ ...onServer, fresh: unmadePostgres as () => Promise<Fresh> }], {
  name: 'PGlite',
  fresh: async (): Promise<Fresh> => ({ place: { kind: 'memory' }, drop: nothingToDrop }),
});

/** An open database and what takes it away again. */
export async function openFresh(
  fresh: () => Promise<Fresh>,
): Promise<{ database: SqlDatabase; drop(): Promise<void> }> {
  const { place, drop } = await fresh();
  const database = await openDatabase(place);
  return {
    database,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}
