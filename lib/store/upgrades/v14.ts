/**
 * Version 14: an output says what started and moved its clock. What waits is folded anew for that as soon as the background looks
 * (`wakeDue`), so that nothing waits for the upgrade; of what does not wait nobody asks.
 */
import type { Transaction } from 'dexie';
import type { OutputRow } from '../rows/output.ts';

/** What stands in line, and what stands aside. */
const WAITING = ['line.since', '[aside.kind+aside.at]'];

export async function toV14(transaction: Transaction): Promise<void> {
  const outputs = transaction.table<OutputRow, string>('outputs');
  for (const index of WAITING) await outputs.orderBy(index).modify({ wakesAt: new Date(0).toISOString() });
}
