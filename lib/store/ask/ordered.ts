/** All that waits, in an order: read once for whoever searches in it, and anew after any change of an output. */
import Dexie from 'dexie';
import type { QueueOrder } from '../../domain/decision/sifted.ts';
import type { Database } from '../db.ts';

export type Rows = ReturnType<Database['outputs']['orderBy']>;

/** The index of an order. */
export function inOrder(order: QueueOrder, db: Database): Rows {
  if (order === 'oldest') return db.outputs.orderBy('line.since');
  if (order === 'newest') return db.outputs.orderBy('line.since').reverse();
  return db.outputs.orderBy(order === 'weight' ? '[line.heft+line.since]' : '[line.grave+line.since]');
}

const known = new Map<string, Promise<string[]>>();

// Before any live query hears of it: none of them is given what was.
Dexie.on('storagemutated', (parts) => {
  if (Object.keys(parts).some((part) => part.includes('/outputs/'))) known.clear();
});

/** The hashes of all that waits. Going through an index of a hundred thousand takes half a second. A live query's body. */
export async function hashesInOrder(order: QueueOrder, db: Database): Promise<readonly string[]> {
  const key = `${db.name} ${order}`;
  const before = known.get(key);
  if (before !== undefined) {
    // So that whoever watches hears of a change.
    await inOrder(order, db).limit(1).primaryKeys();
    const [read] = await Promise.allSettled([before]);
    if (read.status === 'fulfilled') return read.value;
  }
  const asked = inOrder(order, db).primaryKeys();
  known.set(key, asked);
  return asked;
}
