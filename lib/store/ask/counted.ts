/** What figures are counted from. It reads, and nothing else. */
import type { CountedOutput } from '../../domain/figures/counted.ts';
import { type Database, db as shared } from '../db.ts';
import type { CountedRow } from '../rows/counted.ts';

/** Rows of a request: small, since no words are in them. */
const PAGE = 5_000;

/** Outputs that were read together, and those behind them, which are on their way. */
interface CountedPage {
  outputs: CountedOutput[];
  next: Promise<CountedPage> | undefined;
}

/**
 * The outputs that something happened to since a time (ISO), without their words, as the writing side keeps them: from the first on, page
 * by page. Pages come while those before them are counted: the database and this thread work side by side. Keys are not asked for first,
 * since the database goes through all rows for those too.
 */
export async function countedPages(from: string, db: Database = shared, after = ''): Promise<CountedPage> {
  const rows: CountedRow[] = await db.counted.where('hash').above(after).limit(PAGE).toArray();
  const last = rows.length < PAGE ? undefined : rows.at(-1);
  const next = last && countedPages(from, db, last.hash);
  // Whoever waits for it hears of what fails.
  next?.catch(() => undefined);
  return { outputs: rows.filter(({ updatedAt }) => updatedAt >= from).map(({ output }) => output), next };
}

/** All of them. */
export async function countedSince(from: string, db: Database = shared): Promise<CountedOutput[]> {
  const counted: CountedOutput[] = [];
  for (let page: CountedPage | undefined = await countedPages(from, db); page; page = await page.next)
    for (const output of page.outputs) counted.push(output);
  return counted;
}
