/**
 * Version 5: what came many at a time waits to be put into the index together, and the index has fewer and larger buckets.
 * It is made of the outputs alone, so the background makes it anew (`fillFingerprints`), and nothing waits for that.
 */
import type { Transaction } from 'dexie';

export const STORES_V5 = {
  waiting: 'ordinal',
};

export async function toV5(transaction: Transaction): Promise<void> {
  await transaction.table('postings').clear();
  await transaction.table('fingerprints').clear();
}
