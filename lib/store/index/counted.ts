/** What figures are counted from, kept in step with the outputs in their own transaction. */
import type { Database } from '../db.ts';
import { countedRowOf } from '../rows/counted.ts';
import type { OutputRow } from '../rows/output.ts';

/** `earlier`: the rows that were there before. What was only seen is in no figure, and has no row. */
export async function keepCounted(
  db: Database,
  rows: readonly OutputRow[],
  earlier: readonly (OutputRow | undefined)[],
): Promise<void> {
  const counted = rows.map(countedRowOf);
  const kept = counted.flatMap((row) => row ?? []);
  const gone = rows.flatMap(({ hash }, at) => (earlier[at] && !counted[at] ? [hash] : []));
  if (kept.length > 0) await db.counted.bulkPut(kept);
  if (gone.length > 0) await db.counted.bulkDelete(gone);
}
