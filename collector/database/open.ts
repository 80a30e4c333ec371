/** Opens the database that was asked for, brought to the newest version. */

import { Refusal } from '../cli/refusal.ts';
import { checkStoredTexts } from '../ledger/texts.ts';
import { type Database, DatabaseError } from './database.ts';
import { migrate } from './migrate.ts';
import { openDirectory, openMemory } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** Where the collector keeps its records. */
export type Place = { kind: 'directory'; path: string } | { kind: 'postgres'; url: string } | { kind: 'memory' };

/**
 * Opens `place` and migrates it. Rejects with a `Refusal` (a plain sentence) when it cannot be used.
 * `onIdleError` hears of connections to PostgreSQL that broke while nobody used them.
 */
export async function openDatabase(place: Place, onIdleError: (error: Error) => void = ignore): Promise<Database> {
  const database = await connect(place, onIdleError);
  try {
    await migrate(database);
    await checkStoredTexts(database);
    return database;
  } catch (error) {
    await database.close();
    throw error instanceof DatabaseError ? unusable(place, error) : error;
  }
}

/** The pool has dropped the connection by itself; the next statement makes a new one. */
const ignore = () => undefined;

/** Opens `place` as it is, of whatever version. */
export async function connect(place: Place, onIdleError: (error: Error) => void): Promise<Database> {
  if (place.kind === 'postgres') return openPostgres(checkedUrl(place.url), onIdleError);
  return place.kind === 'memory' ? openMemory() : openDirectory(place.path);
}

function checkedUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new Refusal('DATABASE_URL is not an address like postgres://user:password@host:5432/name.', 2);
}

/** Says what failed by its code: a message of the database may quote the address with its password. */
function unusable(place: Place, { code }: DatabaseError): Refusal {
  const what = place.kind === 'postgres' ? 'The PostgreSQL database that DATABASE_URL names' : 'The embedded database';
  return new Refusal(`${what} cannot be used (${code}). Check that it runs, its address, name, user and password.`);
}
