/** What the bench does inside the extension's origin: the product's own questions to the store, each beside the bare request. */
import { liveQuery } from 'dexie';
import { firstInLine, lineOf, lineWithRows, rowsInLine } from '../../../lib/store/ask/line.ts';
import { logPage, placeAt } from '../../../lib/store/ask/log.ts';
import { db } from '../../../lib/store/db.ts';
import { withTerms } from '../../../lib/store/search/shards.ts';

const FIRST = 50;
const RUNS = 10;
const NO_WORDS = () => Promise.resolve(new Set<string>());

/** Milliseconds of ours and of the bare request that fetches the same rows, the median of interleaved runs. */
export interface Beside {
  name: string;
  ours: number;
  bare: number;
  rows: number;
}

const asked = (sieve: object) => ({ sieve, order: 'gravest' as const, policy: undefined });

const requested = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const store = (name: string): IDBObjectStore => db.backendDB().transaction(name, 'readonly').objectStore(name);

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function beside(
  name: string,
  ours: () => Promise<{ length: number }>,
  bare: () => Promise<unknown>,
): Promise<Beside> {
  const [own, other]: [number[], number[]] = [[], []];
  let rows = 0;
  const ways = [
    async () => own.push(await timed(async () => (rows = (await ours()).length))),
    async () => other.push(await timed(bare)),
  ] as const;
  // What was read a moment before is read faster: the first of a pair is never the same one.
  for (let run = 0; run < RUNS; run += 1) for (const at of [run % 2, (run + 1) % 2]) await ways[at]?.();
  return { name, ours: median(own), bare: median(other), rows };
}

/** The first rows of the line, as the panel reads them. */
const firstRows = async (sieve: object) => (await firstInLine(asked(sieve)))?.rows ?? [];

/** Ends when all words are in the index; says how many outputs were waiting when it began. */
export async function wordsRead(): Promise<number> {
  await db.open();
  const before = await db.unsearched.count();
  await new Promise<void>((resolve, reject) => {
    const left = liveQuery(() => db.unsearched.count());
    const watching = left.subscribe({
      next(count) {
        if (count > 0) return;
        resolve();
        watching?.unsubscribe();
      },
      error: reject,
    });
  });
  return before;
}

/** What figures are counted from, by bare requests for 5,000 rows each. */
export async function countedBare(): Promise<{ ms: number; rows: number }> {
  await db.open();
  let rows = 0;
  const ms = await timed(async () => {
    for (let range: IDBKeyRange | null = null; ; ) {
      const page = await requested<{ hash: string }[]>(store('counted').getAll(range, 5_000));
      rows += page.length;
      const last = page.at(-1);
      if (!last) return;
      range = IDBKeyRange.lowerBound(last.hash, true);
    }
  });
  return { ms, rows };
}

/** The rows of some outputs, a request for each in one transaction. */
function rowsOf(hashes: readonly string[]): Promise<unknown> {
  const outputs = store('outputs');
  return Promise.all(hashes.map((hash) => requested(outputs.get(hash))));
}

const WORDS = 'recesso 12';
const searched = async () => (await lineWithRows(asked({ words: WORDS }), (terms) => withTerms(terms))).rows;

/** The rows at a place of an index, by one cursor that goes there and one request from there on. */
async function rowsAt(index: string, place: number): Promise<unknown> {
  const outputs = store('outputs');
  const cursor = await new Promise<IDBCursor | null>((resolve, reject) => {
    const request = outputs.index(index).openKeyCursor();
    let isThere = place === 0;
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      if (isThere || !request.result) resolve(request.result);
      else {
        isThere = true;
        request.result.advance(place);
      }
    };
  });
  return cursor ? requested(outputs.index(index).getAll(IDBKeyRange.lowerBound(cursor.key), FIRST)) : [];
}

const LINE = '[line.grave+line.since]';

/** All that is asked of 100,000 reports and 1,000,000 events. `page`: which page of 50 is the far one; `at`: the day of the log. */
export async function measured(page: number, at: string): Promise<Beside[]> {
  await db.open();
  const far = page * FIRST;
  const line = await lineOf(asked({}), NO_WORDS);
  const found = (await searched()).map(({ hash }) => hash);
  const facet = IDBKeyRange.bound('tool:copilot\n', 'tool:copilot\n\uffff');
  return [
    await beside(
      'first rows',
      () => firstRows({}),
      () => requested(store('outputs').index(LINE).getAll(null, FIRST)),
    ),
    await beside(
      'a filter',
      () => firstRows({ tool: 'copilot' }),
      () => requested(store('outputs').index('line.facets').getAll(facet, FIRST)),
    ),
    await beside('a search', searched, () => rowsOf(found)),
    await beside(
      `page ${page}`,
      () => rowsInLine(line.slice(far, far + FIRST)),
      () => rowsAt(LINE, far),
    ),
    await beside(
      'the log at a date',
      async () => (await logPage({}, placeAt(at), FIRST)).lines,
      () => logBare(at),
    ),
  ];
}

/** Backward, as the log goes: by a cursor, which is the only bare way. */
function logBare(at: string): Promise<unknown[]> {
  const found: unknown[] = [];
  return new Promise((resolve, reject) => {
    const request = store('events').index('event.time').openCursor(IDBKeyRange.upperBound(at), 'prev');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor || found.length >= FIRST) {
        resolve(found);
        return;
      }
      found.push(cursor.value);
      cursor.continue();
    };
  });
}
