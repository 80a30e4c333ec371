/**
 * Room on the disk of the embedded database. PostgreSQL within this process stops for ever when its log cannot grow, so that
 * writes are refused while there is still room, and a file that is kept for the purpose gives way where another program was
 * faster.
 */
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StorageFull } from './database.ts';

const MB = 1_000_000;
/** Four segments of PostgreSQL's log of 16 MB each: one request of 5 MB writes less than half of that, with all that it asks for. */
const RESERVE = 67 * MB;
/** Two segments: the statement that runs while a disk fills up ends, and so does the one that closes the database. */
const BALLAST = 34 * MB;

export interface Space {
  /** Bytes that are free. */
  free(): number;
  /** Throws a `StorageFull` where a write would use what is kept back. */
  refuseWhenLow(): void;
  /** Gives up the file that is kept for it, and says whether there was one. */
  giveWay(): boolean;
}

/** Watches the disk that a directory is on. `reserve`: bytes that writes leave free. */
export function watchSpace(directory: string, reserve = RESERVE): Space {
  const ballast = join(directory, 'ballast');
  const free = () => {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize;
  };
  const giveWay = () => {
    if (!existsSync(ballast)) return false;
    rmSync(ballast, { force: true });
    return true;
  };
  // Whoever starts on a full disk needs the room to open the database at all.
  if (free() < reserve) giveWay();
  else keep(ballast, free() - reserve);
  return {
    free,
    giveWay,
    refuseWhenLow() {
      const left = free();
      if (left < reserve) throw new StorageFull();
      if (left > reserve + BALLAST && !existsSync(ballast)) keep(ballast, left - reserve);
    },
  };
}

/** Fills the file with bytes: a hole in it would keep nothing. It is made where there is room for it. */
function keep(path: string, room: number): void {
  if (room < BALLAST || (existsSync(path) && statSync(path).size === BALLAST)) return;
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  try {
    const part = Buffer.alloc(MB);
    for (let written = 0; written < BALLAST; written += MB) writeSync(file, part);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const CHANGES = /\b(?:insert|update|delete|alter|create|drop|truncate)\b/i;

/** Whether a statement writes: reading goes on where no room is left. */
export const changes = (sql: string): boolean => CHANGES.test(sql);
