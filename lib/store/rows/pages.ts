/** Rows of what figures are counted from, page by page. */
import type { CountedOutput } from '../../domain/figures/counted.ts';
import type { CountedRow } from './counted.ts';

/** Rows of a request: small, since no words are in them. */
export const ROWS_AT_ONCE = 2_000;

/** The rows behind a key, in the order of their keys, as many as are read at once; `''`: from the first one on. */
type ReadRows = (after: string) => Promise<CountedRow[]>;

/** Outputs that were read together, and those behind them, which are on their way. */
export interface CountedPage {
  outputs: CountedOutput[];
  /** Missing on the last page. What failed on its way is read again by whoever asks. */
  next?: (() => Promise<CountedPage>) | undefined;
}

/**
 * The outputs that something happened to since a time (ISO), from the first on. Pages come while those before them are counted: the
 * database and this thread work side by side. Keys are not asked for first, since the database goes through all rows for those too.
 */
export async function pagesSince(from: string, read: ReadRows, after = ''): Promise<CountedPage> {
  const rows = await read(after);
  const last = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1);
  const outputs = rows.filter(({ updatedAt }) => updatedAt >= from).map(({ output }) => output);
  if (!last) return { outputs };
  const next = () => pagesSince(from, read, last.hash);
  const coming = next();
  // A page is kept for as long as nothing changes: a failure is not, and whoever asks hears of the next one.
  coming.catch(() => undefined);
  return { outputs, next: () => coming.catch(next) };
}
