/**
 * Version 13: reports stand in the rows of their outputs alone, which say who reported: in a store of their own they were half as
 * many rows again, and nobody asked for others' reports there. What waits for the index of texts stands in rows of many. Contents are
 * found by the keys of their events alone.
 */
import type { Transaction } from 'dexie';
import type { Fingerprinted } from '../../domain/reuse/postings.ts';
import { type OutputRow, reportedBy } from '../rows/output.ts';

export const STORES_V13 = {
  contents: 'key',
  outputs:
    'hash, outputId, status, updatedAt, *reportIds, *reportedBy, *waitingIds, [line.grave+line.since], line.since, [line.heft+line.since], *line.facets, [aside.kind+aside.at], wakesAt',
  reports: null,
};

/** Outputs that are read together: with their words they are large. */
const PAGE = 500;

export async function toV13(transaction: Transaction): Promise<void> {
  const outputs = transaction.table<OutputRow, string>('outputs');
  for (let last = ''; ; ) {
    const rows = await outputs.where('hash').above(last).limit(PAGE).toArray();
    const reported = rows.filter(({ reports }) => reports.length > 0);
    await outputs.bulkPut(reported.map((row) => ({ ...row, ...reportedBy(row) })));
    last = rows.at(-1)?.hash ?? '';
    if (rows.length < PAGE) break;
  }
  const waiting = transaction.table<Fingerprinted | { ordinal: number; outputs: Fingerprinted[] }, number>('waiting');
  await waiting.toCollection().modify((row, place) => {
    if ('fingerprints' in row) place.value = { ordinal: row.ordinal, outputs: [row] };
  });
}
