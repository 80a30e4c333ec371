/** PGlite (PostgreSQL inside this process) behind the SQL layer, in a directory that only one process may hold. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { Refusal } from '../cli/refusal.ts';
import { SYNCED_START, SyncedFiles, syncPath, syncTree } from '../cli/synced-files.ts';
import { asDatabaseError, type Database, DatabaseError, type Queries } from './database.ts';
import { takeLock } from './lock.ts';

/** A database that lives as long as the process: for tests. */
export const openMemory = async (): Promise<Database> => asDatabase(await PGlite.create(), () => undefined);

/** Opens the database in `directory`, making it first where there is none. */
export async function openDirectory(directory: string): Promise<Database> {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return await openLocked(directory, takeLock(directory));
  } catch (error) {
    throw error instanceof Refusal ? error : unusable(directory, error);
  }
}

function unusable(directory: string, cause: unknown): Refusal {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Refusal(`The data directory ${directory} cannot be used: ${reason.replace(/\.$/, '')}.`);
}

async function openLocked(directory: string, release: () => void): Promise<Database> {
  try {
    const files = join(directory, 'postgres');
    if (!existsSync(files)) await initialise(directory, files);
    return asDatabase(await open(files), release);
  } catch (error) {
    release();
    throw error;
  }
}

const open = (files: string) =>
  PGlite.create({ fs: new SyncedFiles(files), startParams: SYNCED_START, relaxedDurability: false });

/** Made beside and renamed, so that a process killed halfway never leaves a directory that looks complete. */
async function initialise(directory: string, files: string): Promise<void> {
  const unfinished = `${files}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await (await PGlite.create(unfinished)).close();
  syncTree(unfinished);
  renameSync(unfinished, files);
  syncPath(directory);
}

function asDatabase(pglite: PGlite, release: () => void): Database {
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
