/** The processes of a node: all that work in its folder, whoever started them. Linux. */
import { readdirSync, readlinkSync } from 'node:fs';

/** Their ids. PostgreSQL's own leave the group of whatever started them, so they are known by where they work. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    return Number.isInteger(pid) && isWithin(folder, workingFolderOf(pid)) ? [pid] : [];
  });
}

const isWithin = (folder: string, path: string | undefined): boolean =>
  path !== undefined && (path === folder || path.startsWith(`${folder}/`));

function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Sends all of them a signal. */
export function signalAllIn(folder: string, signal: NodeJS.Signals): void {
  for (const pid of processesIn(folder)) signalOne(pid, signal);
}

export function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** It ended meanwhile, or it is another user’s. */
function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES';
}
