import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { CommandRefusal } from '../cli/refusal.ts';

/** The version whose files these are; another one may not read them. Held to the packages' manifests by a test. */
const PGLITE_VERSION = '0.5.16';

/** Made by `scripts/collector/initial-child.ts`: beside the built file in the package, beside this one in a clone that was tested. */
export const INITIAL_PATH = join(import.meta.dirname, `initial-${PGLITE_VERSION}.tar.br`);

/**
 * The files of a database that was only just made. Unpacking them takes a third of the time that PGlite needs to make them,
 * and it makes the same ones each time. Undefined where there are none: PGlite makes them then. Throws a `CommandRefusal` that
 * names the file where it is damaged: the data directory is not to blame.
 */
export function initialFiles(path = INITIAL_PATH): Blob | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return new Blob([brotliDecompressSync(readFileSync(path))]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandRefusal(`The collector is not installed whole: ${path} is damaged (${reason}). Install it again.`);
  }
}
