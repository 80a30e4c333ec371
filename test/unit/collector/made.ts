/** A directory with an embedded database that need not be made first. */
import { cp } from 'node:fs/promises';
import { withNights } from '../../nightly.ts';
import { type Fresh, freshPostgres } from './databases.ts';
import { emptyFolder } from './empty.ts';
import { freshDirectory } from './processes.ts';

/** A directory of its own with an empty database in it, copied from one that was made by the same sources. */
export async function madeDirectory() {
  const fresh = await freshDirectory();
  await cp(await emptyFolder(), fresh.place.path, { recursive: true });
  return fresh;
}

/** For `describe.each` of commands. Each opens its database, which takes a second of a core where it is embedded: by night only. */
export const PLACES_OF_COMMANDS = withNights<{ name: string; fresh: () => Promise<Fresh> }>(
  [{ name: 'PostgreSQL', fresh: freshPostgres }],
  { name: 'PGlite', fresh: madeDirectory },
);
