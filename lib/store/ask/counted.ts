/** What figures are counted from. It reads, and nothing else. */
import type { CountedOutput } from '../../domain/figures/counted.ts';
import { type Database, db as shared } from '../db.ts';
import type { CountedRow } from '../rows/counted.ts';

/** Rows of a request: small, since no words are in them. */
const PAGE = 5_000;

/**
 * All outputs that something happened to since a time (ISO), without their words, as the writing side keeps them. Some are asked
 * for while those before are read: the database and this thread work side by side.
 */
export async function countedSince(from: string, db: Database = shared): Promise<CountedOutput[]> {
  const keys = await db.counted.toCollection().primaryKeys();
  const pageAt = (at: number): Promise<CountedRow[]> => {
    const [first, last] = [keys[at], keys[Math.min(at + PAGE, keys.length) - 1]];
    return Promise.resolve(
      first === undefined || last === undefined
        ? []
        : db.counted.where('hash').between(first, last, true, true).toArray(),
    );
  };
  const counted: CountedOutput[] = [];
  let coming = pageAt(0);
  for (let at = 0; at < keys.length; at += PAGE) {
    const now = coming;
    coming = pageAt(at + PAGE);
    // Whoever waits for it, below, hears of what fails.
    coming.catch(() => undefined);
    for (const { updatedAt, output } of await now) if (updatedAt >= from) counted.push(output);
  }
  return counted;
}
