/** PGlite (PostgreSQL inside this process) behind the SQL layer, in a directory that only one process may hold. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { CommandRefusal } from '../cli/refusal.ts';
import type { SqlDatabase } from './database.ts';
import { asDatabaseError, DatabaseError, type Queries } from './database.ts';
import { initialFiles } from './initial.ts';
import { takeLock } from './lock.ts';
import { ownAlone } from './owned.ts';
import { changes, type Space, watchSpace } from './space.ts';
import { SYNCED_START, SyncedFiles, syncPath, syncTree } from './synced-files.ts';

/**
 * A database that lives as long as the process, for tests: empty, or with what another one held (`dumpDataDir`). Its buffers are
 * small: the files are in memory too, and to clear 128 MB takes a third of the time in which it opens.
 */
export const openMemory = async (held?: Blob): Promise<SqlDatabase> => {
  const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=8MB'];
  return inPglite(await PGlite.create({ startParams, ...(held ? { loadDataDir: held } : {}) }), () => undefined);
};

/** Opens the database in `directory`, making it first where there is none. */
export async function openDirectory(directory: string): Promise<SqlDatabase> {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    ownAlone(directory);
    return await openLocked(directory, lockOn(directory));
  } catch (error) {
    throw error instanceof CommandRefusal ? error : unusable(directory, error);
  }
}

/** The lock is a file too: where not even that finds room, what is kept back for opening the database gives way. */
function lockOn(directory: string): () => void {
  try {
    return takeLock(directory);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    watchSpace(directory).giveWay();
    return takeLock(directory);
  }
}

function unusable(directory: string, cause: unknown): CommandRefusal {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CommandRefusal(`The data directory ${directory} cannot be used: ${reason.replace(/\.$/, '')}.`);
}

async function openLocked(directory: string, release: () => void): Promise<SqlDatabase> {
  try {
    const files = join(directory, 'postgres');
    const space = watchSpace(directory);
    if (!existsSync(files)) await initialise(directory, files);
    return guarded(inPglite(await open(files, space), release), space);
  } catch (error) {
    release();
    throw error;
  }
}

const open = (files: string, { giveWay }: Space) =>
  PGlite.create({ fs: new SyncedFiles(files, giveWay), startParams: SYNCED_START, relaxedDurability: false });

/** The database, which refuses to write while its disk has too little room. */
function guarded(database: SqlDatabase, space: Space): SqlDatabase {
  const reads = ({ query }: Queries): Queries => ({
    query: async (sql, params) => {
      if (changes(sql)) space.refuseWhenLow();
      return query(sql, params);
    },
  });
  return {
    ...database,
    ...reads(database),
    transaction: (work) => database.transaction((queries) => work(reads(queries))),
    free: space.free,
  };
}

/** Made beside and renamed, so that a process killed halfway never leaves a directory that looks complete. */
async function initialise(directory: string, files: string): Promise<void> {
  const unfinished = `${files}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const held = initialFiles();
  await (await PGlite.create(unfinished, held ? { loadDataDir: held } : {})).close();
  ownAlone(unfinished);
  syncTree(unfinished);
  renameSync(unfinished, files);
  syncPath(directory);
}

/** A database that is open in PGlite already; `release` is called once it is closed. */
export function inPglite(pglite: PGlite, release: () => void): SqlDatabase {
  return {
    query: (sql, params) => run(pglite, sql, params),
    transaction: (work) => transaction(pglite, work),
    // It belongs to one process, which knows by itself.
    notify: async () => undefined,
    subscribe: async () => async () => undefined,
    close: async () => {
      try {
        await pglite.close();
      } finally {
        release();
      }
    },
  };
}

const run = <Row extends object>(on: PGlite | Transaction, sql: string, params: readonly unknown[] = []) =>
  asDatabaseError(async () => (await on.query<Row>(sql, [...params])).rows);

async function transaction<Result>(pglite: PGlite, work: (queries: Queries) => Promise<Result>): Promise<Result> {
  let thrownByWork: unknown;
  try {
    return await pglite.transaction(async (inner) => {
      try {
        return await work({ query: (sql, params) => run(inner, sql, params) });
      } catch (error) {
        thrownByWork = error;
        throw error;
      }
    });
  } catch (error) {
    // What is left came from begin or commit.
    throw error === thrownByWork ? error : new DatabaseError(error);
  }
}
