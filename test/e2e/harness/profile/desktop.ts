/** Keeps what tests do to a browser away from the desktop of this machine. */

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { KEPT } from './fresh.ts';

/** What Chromium runs, size by size, to take icons and entries of an extension out of menus in which none were put. */
const DESKTOP_PROGRAMS = ['xdg-icon-resource', 'xdg-desktop-menu'];

/**
 * A `PATH` on which these do nothing. They are scripts of hundreds of lines, which Chromium runs seven times for each extension that
 * is taken out of it.
 */
export async function pathWithoutDesktop(): Promise<string> {
  const kept = join(KEPT, 'without-desktop');
  if (!existsSync(kept)) await keep(kept);
  return `${kept}${delimiter}${process.env.PATH ?? ''}`;
}

async function keep(kept: string): Promise<void> {
  await mkdir(KEPT, { recursive: true });
  // Aside and renamed: several workers may begin at the same time.
  const dir = await mkdtemp(`${kept}.`);
  for (const name of DESKTOP_PROGRAMS) await symlink('/bin/true', join(dir, name));
  try {
    await rename(dir, kept);
  } catch (error) {
    await rm(dir, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  }
}
