/** Marks of the outbox that are done with. */
import type { Database } from '../db.ts';

/**
 * Takes a target's marks of these events away. Events that are sent together were made one after the other, so that their marks stand
 * together and one request has them; where others stand between, each is looked up, all at once.
 */
export async function dropMarks(db: Database, targetId: string, keys: readonly string[]): Promise<void> {
  const sorted = [...new Set(keys)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return;
  const most = 2 * sorted.length;
  const near = await db.outbox
    .where('[targetId+key]')
    .between([targetId, first], [targetId, last], true, true)
    .limit(most)
    .toArray();
  const asked = new Set(sorted);
  const ordinals =
    near.length < most
      ? near.flatMap(({ key, ordinal }) => (asked.has(key) ? (ordinal ?? []) : []))
      : (await Promise.all(sorted.map((key) => db.outbox.where({ targetId, key }).primaryKeys()))).flat();
  if (ordinals.length > 0) await db.outbox.bulkDelete(ordinals);
}
