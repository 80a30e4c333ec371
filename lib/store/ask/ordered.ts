/** All that waits, in an order: read once for whoever searches in it, and anew after any change of an output. */
import type { QueueOrder } from '../../domain/decision/sifted.ts';
import type { Database } from '../db.ts';
import { knownOf } from './known.ts';

export type Rows = ReturnType<Database['outputs']['orderBy']>;

/** The index of an order. */
export function inOrder(order: QueueOrder, db: Database): Rows {
  if (order === 'oldest') return db.outputs.orderBy('line.since');
  if (order === 'newest') return db.outputs.orderBy('line.since').reverse();
  return db.outputs.orderBy(order === 'weight' ? '[line.heft+line.since]' : '[line.grave+line.since]');
}

/** After every time there is. */
const END = '\uffff';

/** Asked so that whoever watches hears of every change: of what the index has, and (a count listens to that) of rows that are gone. */
export const changesHeard = (order: QueueOrder, db: Database): Promise<unknown> =>
  db.transaction('r', db.outputs, () => changesAsked(order, db));

/** The same, in a transaction that somebody has begun. */
export const changesAsked = (order: QueueOrder, db: Database): Promise<unknown> =>
  Promise.all([inOrder(order, db).limit(1).primaryKeys(), db.outputs.where('line.since').above(END).count()]);

const known = knownOf<string[]>('outputs');

/** The hashes of all that waits. Going through an index of a hundred thousand takes half a second. Of changes whoever watches hears apart. */
export const hashesInOrder = (order: QueueOrder, db: Database): Promise<readonly string[]> =>
  known(`${db.name} ${order}`, () => Promise.resolve(inOrder(order, db).primaryKeys()));
