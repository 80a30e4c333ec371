/** Uses that are going on: a text was put in, and the person may still be at it. Gone with the browser's session. */
import { familyOf } from '../../settings/family.ts';

export interface HeldReuse {
  reuseId: string;
  tabId: number;
  frameId: number;
  /** Of the output. */
  hash: string;
  /** The parts of the output that were put in, in UTF-16 units of its text. */
  passages: { from: number; to: number }[];
  /** Of the site that it was put into. */
  origin: string;
  /** Share of it that was left when that was last recorded. */
  kept?: number;
}

const byId = familyOf<HeldReuse>('reuse');

export const heldReuse = (reuseId: string): Promise<HeldReuse | null> => byId.get(reuseId);
export const holdReuse = (reuse: HeldReuse): Promise<void> => byId.put(reuse.reuseId, reuse);

/** Those of some outputs. */
export const reusesOf = async (hashes: ReadonlySet<string>): Promise<HeldReuse[]> =>
  (await byId.all()).flatMap(([, held]) => (hashes.has(held.hash) ? held : []));

/** Forgets those of a tab that was closed. */
export async function forgetReuses(tabId: number): Promise<void> {
  const all = await byId.all();
  await byId.forget(...all.flatMap(([reuseId, held]) => (held.tabId === tabId ? reuseId : [])));
}
