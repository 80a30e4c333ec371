/** The outputs that this browser saw last, also those that nobody said anything of. It reads, and nothing else. */
import { db } from '../db.ts';
import type { OutputRow } from '../rows/output.ts';

/** Since a time (ISO), the newest first, as many as are looked at. With their words they are large. */
export const seenLately = (from: string, most: number): Promise<OutputRow[]> =>
  db.outputs
    .orderBy('updatedAt')
    .reverse()
    .until(({ updatedAt }) => updatedAt < from)
    .limit(most)
    .toArray();
