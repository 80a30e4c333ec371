/** Files that commands read and write. */
import { createReadStream, readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorFields } from '../logger.ts';
import { Refusal } from './refusal.ts';

/** Reads a small file whole. Throws a `Refusal` when it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw cannot('read', path, error);
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

/** Writes a new file, readable by its owner only. It has its name only once it is whole and on the disk. */
export async function writeWhole(path: string, pieces: AsyncIterable<string>, through?: Transform): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    const reserved = await open(path, 'wx', 0o600);
    await reserved.close();
  } catch (error) {
    throw cannot('make', path, error);
  }
  try {
    const file = await open(unfinished, 'w', 0o600);
    const stream = file.createWriteStream({ flush: true });
    await (through ? pipeline(Readable.from(pieces), through, stream) : pipeline(Readable.from(pieces), stream));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    await rm(path, { force: true });
    throw error;
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

function cannot(what: 'read' | 'make', path: string, error: unknown): Refusal {
  const { code } = errorFields(error);
  return new Refusal(`Cannot ${what} ${path}: ${REASONS[String(code)] ?? code ?? 'it failed'}.`);
}
