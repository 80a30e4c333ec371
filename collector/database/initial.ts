import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The version whose files these are; another one may not read them. Held to the packages' manifests by a test. */
const PGLITE_VERSION = '0.5.16';

/** Made by `scripts/collector/initial-child.ts`: beside the built file in the package, beside this one in a clone that was tested. */
export const INITIAL_PATH = join(import.meta.dirname, `initial-${PGLITE_VERSION}.tar.br`);

/**
 * The files of a database that was only just made. Unpacking them takes a third of the time that PGlite needs to make them,
 * and it makes the same ones each time. Undefined where there are none: PGlite makes them then.
 */
export const initialFiles = (): Blob | undefined =>
  existsSync(INITIAL_PATH) ? new Blob([brotliDecompressSync(readFileSync(INITIAL_PATH))]) : undefined;
