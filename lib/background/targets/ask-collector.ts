/** One question to the collector outside the sync, in the name of whoever is signed in here. */
import { db, type TargetRow } from '../../store/db.ts';
import { fetchOf, settingsOf } from '../../sync/sign-in/access.ts';
import type { Answer, Request, World } from '../../sync/target.ts';
import { targetAddressOf } from '../../sync/targets/index.ts';
import { bearerHeader, below, collectorRoot, exchange } from '../../sync/wire.ts';
import { WORLD } from '../spine/wake.ts';

const PATIENCE_MS = 15_000;

/** The world in which a collector is asked: as whoever is signed in, and not for ever. */
export const worldOf = (row: TargetRow): World => ({
  ...WORLD,
  fetch: fetchOf(row, { db, locks: navigator.locks, world: WORLD }),
  signal: AbortSignal.timeout(PATIENCE_MS),
});

/** An address of the collector, below wherever it is served. */
export const collectorAddress = (row: TargetRow, path: string): string =>
  below(collectorRoot(targetAddressOf(row)), path);

export function askCollector(row: TargetRow, method: Request['method'], path: string, body?: object): Promise<Answer> {
  const { token } = settingsOf(row);
  const request = {
    method,
    url: collectorAddress(row, path),
    headers: { ...bearerHeader(String(token ?? '')), ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  };
  return exchange(request, worldOf(row));
}
