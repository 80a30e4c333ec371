/**
 * Version 9: what waits for a decision stands in an index in its order, and events are found by their time
 * and by their number. Rows of what waits
 * get their place; the words of all outputs that somebody said something of are put into the index of words by whoever looks
 * for some first (`search/`), so that nothing waits for that.
 */
import type { Transaction } from 'dexie';
import { placeInLine } from '../../domain/decision/place-in-line.ts';
import type { OutputRow } from '../rows/output.ts';
import { isSpokenOf, type UnsearchedRow, unsearchedOf } from '../rows/search.ts';

export const STORES_V9 = {
  events: 'key, subject, claimed, event.time, [event.type+event.time], event.sequence',
  outputs:
    'hash, outputId, status, updatedAt, *reportIds, *waitingIds, [line.grave+line.since], line.since, [line.heft+line.since], *line.facets',
  /** Outputs whose words are to be put into the index anew, or taken out of it. */
  unsearched: 'hash, at',
  /** In which shards the words of an output are. */
  searched: 'hash, *shards',
  shards: '++shard, [shard+mark]',
};

export async function toV9(transaction: Transaction): Promise<void> {
  const unsearched: UnsearchedRow[] = [];
  const outputs = transaction.table<OutputRow, string>('outputs');
  await outputs.toCollection().modify((row, place) => {
    if (isSpokenOf(row)) unsearched.push(unsearchedOf(row));
    const line = placeInLine(row);
    if (line) place.value = { ...row, line };
  });
  await transaction.table('unsearched').bulkPut(unsearched);
}
