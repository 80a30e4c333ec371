/**
 * Version 11: what figures are counted from stands in a store of its own, kept with each change of an output. Counting went
 * through all outputs with their words before, which took most of the time until figures were there.
 */
import type { Transaction } from 'dexie';
import { countedRowOf } from '../rows/counted.ts';
import type { OutputRow } from '../rows/output.ts';

export const STORES_V11 = {
  counted: 'hash',
};

/** Outputs that are read together: with their words they are large. */
const PAGE = 500;

export async function toV11(transaction: Transaction): Promise<void> {
  const outputs = transaction.table<OutputRow, string>('outputs');
  for (let last = ''; ; ) {
    const rows = await outputs.where('hash').above(last).limit(PAGE).toArray();
    await transaction.table('counted').bulkPut(rows.flatMap((row) => countedRowOf(row) ?? []));
    last = rows.at(-1)?.hash ?? '';
    if (rows.length < PAGE) return;
  }
}
