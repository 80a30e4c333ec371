/** What came to the gates of this browser, by process: what a dry run is judged by. */
import { standsUnder } from '../domain/json.ts';
import { type GateCount, gateCounts } from './items.ts';

/** Outputs that are remembered of a process. */
const MOST_HASHES = 500;

/** Counts one text that came to the gate of a process. */
export async function countAtGate(processId: string, isHeld: boolean, hash: string | undefined): Promise<void> {
  const counts = await gateCounts.getValue();
  const before = standsUnder(counts, processId) ?? { came: 0, held: 0, hashes: [], since: new Date().toISOString() };
  const hashes =
    isHeld && hash ? [...before.hashes.filter((one) => one !== hash), hash].slice(-MOST_HASHES) : before.hashes;
  const count = { ...before, came: before.came + 1, held: before.held + (isHeld ? 1 : 0), hashes };
  await gateCounts.setValue({ ...counts, [processId]: count });
}

/** What came to the gate of a process; undefined where nothing did. */
export const countOfGate = async (processId: string): Promise<GateCount | undefined> =>
  standsUnder(await gateCounts.getValue(), processId);
