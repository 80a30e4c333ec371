/**
 * The file system of the embedded database, with real fsync. PGlite runs PostgreSQL with `fsync` off, and its file
 * system has no such call; with it, what was acknowledged also survives a loss of power.
 */
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Operation = (...args: never[]) => unknown;
type SetAttributes = (of: object, attributes: { mode?: number }) => unknown;

/** The part of Emscripten's NODEFS that is completed here. */
interface NodeFiles {
  stream_ops: { fsync?: (stream: { nfd: number }) => number; write: Operation };
  node_ops: { mknod: Operation; setattr: SetAttributes };
}

/** PGlite's own start parameters, but `-F` (no fsync), and with a sync call that reaches the file system. */
export const SYNCED_START = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

export class SyncedFiles extends NodeFS {
  readonly #giveWay: () => boolean;

  /** `giveWay`: makes room on a full disk, and says whether it could. */
  constructor(files: string, giveWay: () => boolean) {
    super(files);
    this.#giveWay = giveWay;
  }

  /** An operation that is tried once more where it failed for want of room and some could be made. */
  #again<O extends Operation>(operation: O): O {
    return ((...args: Parameters<O>) => {
      try {
        return operation(...args);
      } catch (error) {
        if (!isFull(error) || !this.#giveWay()) throw error;
        return operation(...args);
      }
    }) as O;
  }

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const addSync = (module: { NODEFS?: NodeFiles }) => {
      // Without it every commit would be acknowledged early, silently.
      if (!module.NODEFS) throw new Error('This version of PGlite has no NODEFS to complete.');
      const { stream_ops, node_ops } = module.NODEFS;
      stream_ops.fsync = syncStream;
      stream_ops.write = this.#again(stream_ops.write);
      node_ops.mknod = this.#again(node_ops.mknod);
      node_ops.setattr = ownersOnly(node_ops.setattr);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } };
  }
}

/** A file that is opened anew is given modes afterwards, past what the process lets others have. */
function ownersOnly(set: SetAttributes): SetAttributes {
  return (of, { mode, ...others }) => set(of, mode === undefined ? others : { ...others, mode: mode & ~0o077 });
}

/** `EDQUOT` and `ENOSPC`, in Emscripten's numbers. */
const FULL: ReadonlySet<unknown> = new Set([19, 51]);
const isFull = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errno' in error && FULL.has(error.errno);

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
