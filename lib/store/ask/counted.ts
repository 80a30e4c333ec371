/** What figures are counted from. It reads, and nothing else. */
import type { CountedOutput } from '../../domain/figures/counted.ts';
import { type Database, db as shared } from '../db.ts';
import type { CountedRow } from '../rows/counted.ts';

/** Rows of a request: small, since no words are in them. */
const PAGE = 5_000;

/** Outputs that were read together, and those behind them, which are on their way. */
interface CountedPage {
  outputs: CountedOutput[];
  /** Missing on the last page. What failed on its way is read again by whoever asks. */
  next?: (() => Promise<CountedPage>) | undefined;
}

/**
 * The outputs that something happened to since a time (ISO), without their words, as the writing side keeps them: from the first on, page
 * by page. Pages come while those before them are counted: the database and this thread work side by side. Keys are not asked for first,
 * since the database goes through all rows for those too.
 */
export async function countedPages(from: string, db: Database = shared, after = ''): Promise<CountedPage> {
  const rows: CountedRow[] = await db.counted.where('hash').above(after).limit(PAGE).toArray();
  const last = rows.length < PAGE ? undefined : rows.at(-1);
  const outputs = rows.filter(({ updatedAt }) => updatedAt >= from).map(({ output }) => output);
  if (!last) return { outputs };
  const read = () => countedPages(from, db, last.hash);
  const coming = read();
  // A page is kept for as long as nothing changes: a failure is not, and whoever asks hears of the next one.
  coming.catch(() => undefined);
  return { outputs, next: () => coming.catch(read) };
}

/** All of them. */
export async function countedSince(from: string, db: Database = shared): Promise<CountedOutput[]> {
  const counted: CountedOutput[] = [];
  for (let page: CountedPage | undefined = await countedPages(from, db); page; page = await page.next?.())
    for (const output of page.outputs) counted.push(output);
  return counted;
}
