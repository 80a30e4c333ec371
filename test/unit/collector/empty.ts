/** Embedded databases that need not be made first: that takes seconds, and is tested where it is meant. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../../../collector/database/migrate.ts';
import { openDatabase } from '../../../collector/database/open.ts';
import { inPglite } from '../../../collector/database/pglite.ts';
import { ROOT } from '../../../scripts/machine.ts';

const CACHE = join(ROOT, 'node_modules', '.cache', 'countersign-embedded');
/** What an empty database is made by. */
const MADE_BY = ['collector/database', 'node_modules/@electric-sql/pglite/package.json'];

/** A folder with an empty embedded database, as `--data` names it: to be copied, never opened. */
export const emptyFolder = (): Promise<string> => made('folder', makeFolder);

/** What an empty database in memory holds. */
export async function emptyInMemory(): Promise<Blob> {
  return new Blob([await readFile(await made('memory', makeDump))]);
}

const known = new Map<string, Promise<string>>();
function made(kind: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = known.get(kind) ?? onceMade(kind, make);
  known.set(kind, path);
  return path;
}

async function onceMade(kind: string, make: (path: string) => Promise<void>): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  return wholeAt(join(CACHE, `${kind}-${hashOf(MADE_BY.flatMap((name) => filesIn(join(ROOT, name))))}`), make);
}

/** `path`, once something made stands there: all of it or nothing, also while others make the same at the same time. */
export async function wholeAt(path: string, make: (path: string) => Promise<void>): Promise<string> {
  if (existsSync(path)) return path;
  // Not named after the process: several threads of one make it at the same time, and would write into one file.
  const unfinished = `${path}.${randomUUID()}.tmp`;
  await make(unfinished);
  // Somebody else may have finished the same one meanwhile: then that one is as good.
  await rename(unfinished, path).catch(() => rm(unfinished, { recursive: true, force: true }));
  return path;
}

async function makeFolder(path: string): Promise<void> {
  await (await openDatabase({ kind: 'directory', path })).close();
}

async function makeDump(path: string): Promise<void> {
  const pglite = await PGlite.create();
  await migrate(inPglite(pglite, () => undefined));
  const dump = await pglite.dumpDataDir('none');
  await writeFile(path, Buffer.from(await dump.arrayBuffer()));
  await pglite.close();
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
