/** Files that commands read and write. */
import { type KeyObject, randomUUID } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { link, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { syncPath } from '../database/synced-files.ts';
import { privateKeyOf } from '../ledger/head.ts';
import { errorFields } from '../logger.ts';
import { CommandRefusal } from './refusal.ts';

/** Reads a small file whole. Throws a `Refusal` when it cannot be read. */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw cannot('read', path, error);
  }
}

/** Reads a private key file. Throws a `Refusal` of what is none. */
export function readKey(path: string): KeyObject {
  try {
    return privateKeyOf(readTextFile(path));
  } catch (error) {
    if (error instanceof TypeError)
      throw new CommandRefusal(`${path} is ${error.message}. Make one with "key create".`);
    throw error;
  }
}

/** The lines of a file, without line feeds, however large it is. `through` unpacks it. */
export async function* linesOf(path: string, through?: Transform): AsyncGenerator<string> {
  const file = createReadStream(path);
  const input = through ? file.pipe(through) : file;
  // `pipe` hands on no errors.
  if (through) file.on('error', (error) => through.destroy(error));
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw cannot('read', path, error);
  } finally {
    file.destroy();
  }
}

/**
 * Writes a new file, readable by its owner only. It is written aside, under a name that nobody can have laid a link at, and
 * has its own name only once it is whole and on the disk. What stands under that name is never written over.
 */
export async function writeWhole(path: string, pieces: AsyncIterable<string>, through?: Transform): Promise<void> {
  if (await isThere(path)) throw cannot('make', path, Object.assign(new Error('It is there'), { code: 'EEXIST' }));
  const aside = `${path}.${randomUUID()}.unfinished`;
  const file = await open(aside, 'wx', 0o600).catch((error: unknown) => {
    throw cannot('make', path, error);
  });
  try {
    const stream = file.createWriteStream({ flush: true });
    await (through ? pipeline(Readable.from(pieces), through, stream) : pipeline(Readable.from(pieces), stream));
    await name(aside, path);
  } finally {
    await rm(aside, { force: true });
  }
  syncPath(dirname(path));
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Gives a file its name, unless there is one by now: a rename would write over it. */
async function name(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path);
  } catch (error) {
    const { code } = errorFields(error);
    // File systems without links have no way that is safe against another that writes in the same moment.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw cannot('make', path, error);
    await rename(aside, path);
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EEXIST: 'it is there already',
  EACCES: 'access is denied',
  EISDIR: 'it is a folder',
  Z_DATA_ERROR: 'it is damaged, or not packed with gzip',
  Z_BUF_ERROR: 'it ends in the middle',
};

function cannot(what: 'read' | 'make', path: string, error: unknown): CommandRefusal {
  const { code } = errorFields(error);
  return new CommandRefusal(`Cannot ${what} ${path}: ${REASONS[String(code)] ?? code ?? 'it failed'}.`);
}
