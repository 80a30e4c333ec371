/**
 * What the writing side does for the index of words, in its own transaction: what changed is to be read anew, and what was erased
 * is gone from it at once, with the whole shard that it stood in.
 */
import { saidIn } from '../../domain/decision/sifted.ts';
import type { Database } from '../db.ts';
import type { OutputRow } from '../rows/output.ts';
import { isSpokenOf, unsearchedOf } from '../rows/search.ts';

/** The stores that a transaction needs that changes or erases words. */
export const SEARCH = (db: Database) => [db.unsearched, db.searched, db.shards];

/** Notes that the words of some outputs are to be read anew, but where they are those of the row before. */
export async function markWords(
  db: Database,
  rows: readonly OutputRow[],
  earlier: readonly (OutputRow | undefined)[],
): Promise<void> {
  const spoken = rows.filter((row, at) => isSpokenOf(row) && !isSaid(row, earlier[at]));
  if (spoken.length > 0) await db.unsearched.bulkPut(spoken.map(unsearchedOf));
}

const isSaid = (row: OutputRow, before: OutputRow | undefined): boolean =>
  before !== undefined && isSpokenOf(before) && saidIn(before) === saidIn(row);

/** Takes the words of some outputs out of the index; what stood beside them is read anew. */
export async function dropWords(db: Database, hashes: readonly string[]): Promise<void> {
  const rows = (await db.searched.bulkGet([...new Set(hashes)])).flatMap((row) => row ?? []);
  const shards = [...new Set(rows.flatMap((row) => row.shards))];
  const beside = shards.length > 0 ? await db.searched.where('shards').anyOf(shards).distinct().toArray() : [];
  await db.shards.bulkDelete(shards);
  // What stands in older shards too stays known to: erased later, it has to go from there as well.
  const left = beside.map((row) => ({ ...row, shards: row.shards.filter((one) => !shards.includes(one)) }));
  await db.searched.bulkPut(left.filter((row) => row.shards.length > 0));
  await db.searched.bulkDelete(left.filter((row) => row.shards.length === 0).map(({ hash }) => hash));
  // Also of those that are being read this moment: what was read before this does not count.
  const at = new Date(0).toISOString();
  await db.unsearched.bulkPut(
    [...new Set([...beside.map(({ hash }) => hash), ...hashes])].map((hash) => unsearchedOf({ hash, updatedAt: at })),
  );
}
