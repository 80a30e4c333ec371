/**
 * Makes the files of an empty embedded database, packed, for `collector/database/initial.ts`: the same bytes each time, so that
 * a package can be built again and compared. Clock and chance stand still in this process, which therefore does nothing else.
 *
 *   node scripts/collector/initial-child.ts PATH
 */
import crypto from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** When the database was made, by its own account. */
const MADE_AT = Date.UTC(2026, 0, 1);

const [path] = process.argv.slice(2);
if (!path) throw new Error('Say where the files shall go.');
standStill();
const { PGlite } = await import('@electric-sql/pglite');
const files = await (await PGlite.create()).dumpDataDir('none');
mkdirSync(dirname(path), { recursive: true });
// Beside, and renamed: who looks meanwhile finds all of it or nothing.
writeFileSync(`${path}.${process.pid}`, packed(Buffer.from(await files.arrayBuffer())));
renameSync(`${path}.${process.pid}`, path);
process.exit(0);

/** A hundredth of the size: most of it stands there three times, as the three databases that every cluster has. */
function packed(bytes: Buffer): Buffer {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params });
}

function standStill(): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(time: number = MADE_AT) {
      super(time);
    }
    static override now = () => MADE_AT;
  } as DateConstructor;
  performance.now = () => 0;
  Math.random = () => 0.5;
  const fill = <Bytes extends NodeJS.ArrayBufferView>(view: Bytes): Bytes => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    for (let at = 0; at < bytes.length; at++) bytes[at] = (at * 31 + 7) & 0xff;
    return view;
  };
  Object.assign(crypto, { randomFillSync: fill, randomBytes: (size: number) => fill(Buffer.alloc(size)) });
  crypto.webcrypto.getRandomValues = fill as typeof crypto.webcrypto.getRandomValues;
  syncBuiltinESMExports();
}
