/** What figures are counted from. It reads, and nothing else. */
import type { CountedOutput } from '../../domain/figures/counted.ts';
import { type Database, db as shared } from '../db.ts';
import { type CountedPage, pagesSince, ROWS_AT_ONCE } from '../rows/pages.ts';

/** The outputs that something happened to since a time (ISO), without their words, as the writing side keeps them. */
export const countedPages = (from: string, db: Database = shared): Promise<CountedPage> =>
  pagesSince(from, (after) => db.counted.where('hash').above(after).limit(ROWS_AT_ONCE).toArray());

/** All of them. */
export async function countedSince(from: string, db: Database = shared): Promise<CountedOutput[]> {
  const counted: CountedOutput[] = [];
  for (let page: CountedPage | undefined = await countedPages(from, db); page; page = await page.next?.())
    for (const output of page.outputs) counted.push(output);
  return counted;
}
