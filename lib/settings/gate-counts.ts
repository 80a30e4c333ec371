/** What came to the gates of this browser, by process: what a dry run is judged by; and which outputs were held, by day: how many they were is tallied. */
import { dayOf } from '../domain/figures/tally.ts';
import { type GateCount, gateCounts, heldByDay } from './items.ts';

/** Outputs that are remembered of a process. */
const MOST_HASHES = 500;
/** Outputs that are held on one day. */
const MOST_HELD = 2_000;

/** Counts one text that came to the gate of a process. */
export async function countAtGate(processId: string, isHeld: boolean, hash: string | undefined): Promise<void> {
  const counts = await gateCounts.getValue();
  const before = counts[processId] ?? { came: 0, held: 0, hashes: [], since: new Date().toISOString() };
  const hashes =
    isHeld && hash ? [...before.hashes.filter((one) => one !== hash), hash].slice(-MOST_HASHES) : before.hashes;
  const count = { ...before, came: before.came + 1, held: before.held + (isHeld ? 1 : 0), hashes };
  await gateCounts.setValue({ ...counts, [processId]: count });
  if (isHeld && hash) await noteHeld(hash, dayOf(new Date().toISOString()));
}

async function noteHeld(hash: string, day: string): Promise<void> {
  const days = await heldByDay.getValue();
  const known = days[day] ?? [];
  if (known.includes(hash) || known.length >= MOST_HELD) return;
  await heldByDay.setValue({ ...days, [day]: [...known, hash] });
}

/** Outputs that were held at a gate on a day. */
export const heldOn = async (day: string): Promise<string[]> => (await heldByDay.getValue())[day] ?? [];

/** Forgets which outputs were held up to a day: they are counted. */
export async function forgetHeld(upTo: string): Promise<void> {
  const days = Object.entries(await heldByDay.getValue());
  const left = days.filter(([day]) => day > upTo);
  if (left.length < days.length) await heldByDay.setValue(Object.fromEntries(left));
}

/** What came to the gate of a process; undefined where nothing did. */
export const countOfGate = async (processId: string): Promise<GateCount | undefined> =>
  (await gateCounts.getValue())[processId];
