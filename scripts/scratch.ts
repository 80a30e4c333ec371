/** Where tests put what they throw away: databases, profiles of browsers, keys. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { availableMemory } from 'node:process';

/** Linux keeps files of this folder in memory, where it is set up as usual. */
const IN_MEMORY = '/dev/shm';
/** The file system's own number (`TMPFS_MAGIC` of Linux): a plain folder of that name is no memory. */
const TMPFS = 0x01021994;

/**
 * What has to be free. A whole `npm test` was measured to hold 410 MB at most at a time; containers often have 64 MB there,
 * and what lies in memory takes it from the browsers.
 */
const ROOM_BYTES = 2e9;
const MEMORY_BYTES = 6e9;

const PREFIX = 'countersign-tests-';
/** Whose it is: the process that runs the tests. */
const NAME = /^countersign-tests-(\d+)-/;

/**
 * A folder in memory for as long as this process lives, where the machine has the room; undefined where it has not. To make
 * a database of three hundred files took 200 ms on a disk and 30 ms there: a fifth of what the unit tests take, and a
 * twelfth of what the browsers' do.
 */
export function folderInMemory(): string | undefined {
  return isMemory(IN_MEMORY) && availableMemory() >= MEMORY_BYTES ? folderIn(IN_MEMORY) : undefined;
}

/** The same in any place: a folder that goes with this process; undefined where no program can be run in it. */
export function folderIn(place: string, user = process.getuid?.()): string | undefined {
  removeLeftBehind(place, user);
  // Everybody may write there: of a name that can be told before, somebody else may have made it.
  const folder = mkdtempSync(join(place, `${PREFIX}${process.pid}-`));
  // A database that is not run as root has to find its way in; each test's own folder is closed to others.
  chmodSync(folder, 0o711);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return runsPrograms(folder) ? folder : undefined;
}

function isMemory(place: string): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(place);
    return type === TMPFS && bavail * bsize >= ROOM_BYTES;
  } catch {
    return false; // not this system's way
  }
}

/** A run that was killed could not tidy up after itself, and memory is not given back by itself. What is another user's, only they can remove. */
function removeLeftBehind(place: string, user: number | undefined): void {
  for (const name of readdirSync(place)) {
    const pid = NAME.exec(name)?.[1];
    const path = join(place, name);
    if (pid && !isAlive(Number(pid)) && statSync(path, { throwIfNoEntry: false })?.uid === user)
      rmSync(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else’s
  }
}

/** Some machines let nothing in memory be run, and tests write programs that they then call. */
function runsPrograms(folder: string): boolean {
  const program = join(folder, 'runs');
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const { status } = spawnSync(program);
  rmSync(program);
  return status === 0;
}
