/** Uses that are going on: a text was put in, and the person may still be at it. Gone with the browser's session. */
import { storage } from 'wxt/utils/storage';

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

const PREFIX = 'reuse:';
const keyOf = (reuseId: string) => `session:${PREFIX}${reuseId}` as const;

export const heldReuse = (reuseId: string): Promise<HeldReuse | null> => storage.getItem<HeldReuse>(keyOf(reuseId));
export const holdReuse = (reuse: HeldReuse): Promise<void> => storage.setItem(keyOf(reuse.reuseId), reuse);

/** Forgets those of a tab that was closed. */
export async function forgetReuses(tabId: number): Promise<void> {
  const all = Object.entries(await storage.snapshot('session'));
  const gone = all.flatMap(([key, value]) =>
    key.startsWith(PREFIX) && (value as HeldReuse).tabId === tabId ? [keyOf((value as HeldReuse).reuseId)] : [],
  );
  await storage.removeItems(gone);
}
