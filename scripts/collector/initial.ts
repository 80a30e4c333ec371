import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { INITIAL_PATH } from '../../collector/database/initial.ts';
import { run } from '../children.ts';
import { ROOT } from '../machine.ts';

/** Sees to it that the files of an empty embedded database are there, packed: beside their reader, or at another path. */
export async function initialFilesAt(path = INITIAL_PATH): Promise<void> {
  if (existsSync(path)) return;
  if (existsSync(INITIAL_PATH)) return copyFileSync(INITIAL_PATH, path);
  const { code, said } = await run(process.execPath, [join(ROOT, 'scripts', 'collector', 'initial-child.ts'), path]);
  if (code !== 0) throw new Error(said);
}
