/** Profiles of Chromium that nobody has used, without what a browser does the first time that it runs with one. */
import { createHash } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf, ROOT } from '../../../../scripts/machine.ts';

/** Where stands what is made once and for all tests, such as the profile that all others are copies of. */
const KEPT = join(ROOT, 'node_modules', '.cache', 'countersign');

/**
 * A folder of its own with a fresh profile in it. `open` opens a browser without extensions with a folder's profile and closes
 * it: that is done once for each Chromium, and each further profile is a copy. A browser makes some twenty databases the
 * first time that it runs, which is a third of what it takes to start.
 */
export async function freshProfile(open: (dir: string) => Promise<void>): Promise<string> {
  const kept = await keptFolder(`chromium-profile-${mark(pathOf('chromium'))}`, open);
  const dir = await mkdtemp(join(tmpdir(), 'countersign-chromium-'));
  await cp(kept, dir, { recursive: true });
  return dir;
}

/** A folder that stays from one run of the tests to the next. `fill` puts into it what belongs there, where it is not there yet. */
export async function keptFolder(name: string, fill: (dir: string) => Promise<void>): Promise<string> {
  const kept = join(KEPT, name);
  if (!existsSync(kept)) await keep(kept, fill);
  return kept;
}

async function keep(kept: string, fill: (dir: string) => Promise<void>): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  // Aside and renamed: several test files may begin at the same time, and one may be stopped.
  const dir = await mkdtemp(`${kept}.`);
  try {
    await fill(dir);
    await rename(dir, kept);
  } catch (error) {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    if (!existsSync(kept)) throw error;
  }
}

/** Another browser has another mark: a profile is not for an earlier version than made it. */
function mark(program: string): string {
  const real = realpathSync(program);
  const { mtimeMs, size } = statSync(real);
  return createHash('sha256').update(`${real} ${mtimeMs} ${size}`).digest('hex').slice(0, 12);
}
