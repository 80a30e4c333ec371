/** Opens the database that was asked for, brought to the newest version. */

import { CommandRefusal } from '../cli/refusal.ts';
import { checkStoredTexts } from '../ledger/texts.ts';
import type { SqlDatabase } from './database.ts';
import { DatabaseError } from './database.ts';
import { keepBefore } from './kept.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { openDirectory, openMemory } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** Where the collector keeps its records. */
export type DatabasePlace =
  | { kind: 'directory'; path: string }
  | { kind: 'postgres'; url: string }
  | { kind: 'memory'; held?: Blob };

/**
 * Opens `place` and migrates it. Rejects with a `Refusal` (a plain sentence) when it cannot be used.
 * `onIdleError` hears of connections to PostgreSQL that broke while nobody used them.
 */
export async function openDatabase(
  place: DatabasePlace,
  onIdleError: (error: Error) => void = ignore,
): Promise<SqlDatabase> {
  const database = await connect(place, onIdleError);
  try {
    await migrate(database, MIGRATIONS, async (newest) => {
      if (place.kind === 'directory') await keepBefore(place.path, database, newest);
    });
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
export async function connect(place: DatabasePlace, onIdleError: (error: Error) => void): Promise<SqlDatabase> {
  if (place.kind === 'postgres') return openPostgres(checkedUrl(place.url), onIdleError);
  return place.kind === 'memory' ? openMemory(place.held) : openDirectory(place.path);
}

function checkedUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new CommandRefusal('DATABASE_URL is not an address like postgres://user:password@host:5432/name.', 2);
}

/** Says what failed by its code: a message of the database may quote the address with its password. */
function unusable(place: DatabasePlace, { code }: DatabaseError): CommandRefusal {
  const what = place.kind === 'postgres' ? 'The PostgreSQL database that DATABASE_URL names' : 'The embedded database';
  return new CommandRefusal(
    `${what} cannot be used (${code}). Check that it runs, its address, name, user and password.`,
  );
}
