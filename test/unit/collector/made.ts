/** Embedded databases that need not be made first: that takes seconds, and is tested where it is meant. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../../collector/database/open.ts';
import { ROOT } from '../../../scripts/machine.ts';
import { freshDirectory } from './processes.ts';

const CACHE = join(ROOT, 'node_modules', '.cache', 'countersign-embedded');
/** What an empty database is made by. */
const MADE_BY = ['collector/database', 'node_modules/@electric-sql/pglite/package.json'];

/** A directory of its own with an empty database in it, copied from one that was made by the same sources. */
export async function madeDirectory() {
  const fresh = await freshDirectory();
  await cp(await template(), fresh.place.path, { recursive: true });
  return fresh;
}

let known: Promise<string> | undefined;
function template(): Promise<string> {
  known ??= makeTemplate();
  return known;
}

async function makeTemplate(): Promise<string> {
  const folder = join(CACHE, hashOf(MADE_BY.flatMap((name) => filesIn(join(ROOT, name)))));
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const unfinished = `${folder}.${process.pid}.tmp`;
  const database = await openDatabase({ kind: 'directory', path: unfinished });
  await database.close();
  // Another process may have finished the same one meanwhile: then that one is as good.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return folder;
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
