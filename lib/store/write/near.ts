/** Rows of events by their keys, read in as few requests as can be: each one costs more than some rows more in it. */
import type { Table } from 'dexie';

/** Rows that are read for each that is wanted. */
const BETWEEN = 2;

/**
 * Rows by their keys, `source|id`. What one browser says together it made one after the other, and ids are in the order of time: as a
 * rule one request has all of a browser's, with a few between. Where it does not, those that are missing are asked for each.
 */
export async function rowsNear<T extends { key: string }>(
  table: Table<T, string>,
  keys: readonly string[],
): Promise<Map<string, T>> {
  const groups = Map.groupBy(keys, (key) => key.slice(0, key.lastIndexOf('|')));
  const each = await Promise.all([...groups.values()].map((group) => ofOneSource(table, group)));
  return new Map(each.flat().map((row) => [row.key, row]));
}

async function ofOneSource<T extends { key: string }>(table: Table<T, string>, keys: readonly string[]): Promise<T[]> {
  const sorted = [...keys].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const most = BETWEEN * sorted.length;
  const near = await table.where('key').between(first, last, true, true).limit(most).toArray();
  const end = near.length < most ? last : (near.at(-1)?.key ?? last);
  const further = await table.bulkGet(sorted.filter((key) => key > end));
  return [...near, ...further.flatMap((row) => row ?? [])];
}
