/**
 * The file system of the embedded database, with real fsync. PGlite runs PostgreSQL with `fsync` off, and its file
 * system has no such call; with it, what was acknowledged also survives a loss of power.
 */
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The part of Emscripten's NODEFS that is completed here. */
interface NodeFiles {
  stream_ops: { fsync?: (stream: { nfd: number }) => number };
}

/** PGlite's own start parameters, but `-F` (no fsync), and with a sync call that reaches the file system. */
export const SYNCED_START = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

export class SyncedFiles extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const addSync = (module: { NODEFS?: NodeFiles }) => {
      // Without it every commit would be acknowledged early, silently.
      if (!module.NODEFS) throw new Error('This version of PGlite has no NODEFS to complete.');
      module.NODEFS.stream_ops.fsync = syncStream;
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } };
  }
}

function syncStream({ nfd }: { nfd: number }): number {
  fsyncSync(nfd);
  return 0;
}

/** Makes a whole directory durable: every file, and every directory's list of names. */
export function syncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(directory);
}

/** Makes one file, or one directory's list of names, durable. */
export function syncPath(path: string): void {
  // Windows cannot open directories.
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
