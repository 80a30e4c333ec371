/** What figures are counted from. It reads, and nothing else. */
import type { CountedOutput } from '../../domain/figures/counted.ts';
import { type Database, db as shared } from '../db.ts';
import type { CountedRow } from '../rows/counted.ts';

/** Rows of a request: small, since no words are in them. */
const PAGE = 5_000;

/** All outputs that something happened to since a time (ISO), without their words, as the writing side keeps them. */
export async function countedSince(from: string, db: Database = shared): Promise<CountedOutput[]> {
  const counted: CountedOutput[] = [];
  for (let last = ''; ; ) {
    const rows: CountedRow[] = await db.counted.where('hash').above(last).limit(PAGE).toArray();
    for (const { updatedAt, output } of rows) if (updatedAt >= from) counted.push(output);
    last = rows.at(-1)?.hash ?? '';
    if (rows.length < PAGE) return counted;
  }
}
