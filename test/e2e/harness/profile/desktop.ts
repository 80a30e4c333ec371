/** Keeps what tests do to a browser away from the desktop of this machine. */
import { symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { keptFolder } from './fresh.ts';

/** What Chromium runs, size by size, to take icons and entries of an extension out of menus in which none were put. */
const DESKTOP_PROGRAMS = ['xdg-icon-resource', 'xdg-desktop-menu'];

/**
 * A `PATH` on which these do nothing. They are scripts of hundreds of lines, which Chromium runs seven times for each extension that
 * is taken out of it.
 */
export async function pathWithoutDesktop(): Promise<string> {
  const kept = await keptFolder('without-desktop', async (dir) => {
    for (const name of DESKTOP_PROGRAMS) await symlink('/bin/true', join(dir, name));
  });
  return `${kept}${delimiter}${process.env.PATH ?? ''}`;
}
