/** A directory with an embedded database that need not be made first. */
import { cp } from 'node:fs/promises';
import { emptyFolder } from './empty.ts';
import { freshDirectory } from './processes.ts';

/** A directory of its own with an empty database in it, copied from one that was made by the same sources. */
export async function madeDirectory() {
  const fresh = await freshDirectory();
  await cp(await emptyFolder(), fresh.place.path, { recursive: true });
  return fresh;
}
