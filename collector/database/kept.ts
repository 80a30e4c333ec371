/** The way back: the embedded database as it was, kept beside it before a newer version changes its form. */
import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandRefusal } from '../cli/refusal.ts';
import type { SqlDatabase } from './database.ts';
import { syncPath, syncTree } from './synced-files.ts';

const KEPT = /^before-version-\d+$/;
const MB = 1_000_000;

/** Copies the files of the database, which nobody else has open, before it is brought to `version`. The copy before that goes. */
export async function keepBefore(directory: string, database: SqlDatabase, version: number): Promise<void> {
  const files = join(directory, 'postgres');
  const kept = join(directory, `before-version-${version}`);
  if (existsSync(kept)) return;
  // What is only in PostgreSQL's own log would have to be recovered from the copy.
  await database.query('checkpoint');
  refuseWithoutRoom(directory, bytesIn(files), database.free?.());
  const unfinished = `${kept}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(files, unfinished, { recursive: true, preserveTimestamps: true });
  syncTree(unfinished);
  const earlier = readdirSync(directory).filter((name) => KEPT.test(name));
  renameSync(unfinished, kept);
  for (const name of earlier) rmSync(join(directory, name), { recursive: true, force: true });
  syncPath(directory);
}

function refuseWithoutRoom(directory: string, bytes: number, free: number | undefined): void {
  if (free === undefined || free > bytes) return;
  const lacking = Math.ceil((bytes - free) / MB);
  throw new CommandRefusal(
    `This version changes the form of the database in ${directory}, and keeps a copy of it first: there is no room for that. ` +
      `Make room for ${lacking} MB more and start again. Nothing was changed.`,
  );
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
