/** The user that the service runs as, and what it has to own. */
import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CommandRefusal } from '../refusal.ts';

interface Owner {
  uid: number;
  gid: number;
}

/** Finds the user, or makes one without a shell or a home. */
export function ownerOf(user: string, out: (text: string) => void): Owner {
  const found = lookUp(user);
  if (found) return found;
  const made = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', user], {
    encoding: 'utf8',
  });
  const owner = lookUp(user);
  if (!owner)
    throw new CommandRefusal(
      `The user "${user}" is not there and cannot be made: ${made.error?.message ?? made.stderr.trim()}. Make it, or name another with --user.`,
    );
  out(`Made the user ${user}, as which the collector runs.\n`);
  return owner;
}

function lookUp(user: string): Owner | undefined {
  const { status, stdout } = spawnSync('getent', ['passwd', user], { encoding: 'utf8' });
  const [, , uid, gid] = status === 0 ? stdout.trim().split(':') : [];
  return uid !== undefined && gid !== undefined ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Gives a path and all in it to the user. Links are given, not followed. */
export function giveTo({ uid, gid }: Owner, path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if (stat.isDirectory()) for (const name of readdirSync(path)) giveTo({ uid, gid }, join(path, name));
  chownSync(path, uid, gid);
}
