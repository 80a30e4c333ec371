/**
 * The database by bare requests, for a thread that answers one question: to load the library, with what it declares, takes as long as to
 * read some thousand rows. Who reads so hears of no change, and writes nothing.
 */

/** What `db.ts` opens. */
export const STORE = { name: 'countersign', version: 14 };

/** The library counts in tenths. */
const TENTHS = 10;

/** Undefined where there is none yet, or one of another version, whose rows are about to be written anew. */
export async function openBare({ name, version } = STORE): Promise<IDBDatabase | undefined> {
  const database = await opened(name);
  if (!database) return undefined;
  // A newer version waits for nobody who only looks.
  database.onversionchange = () => database.close();
  if (database.version === version * TENTHS) return database;
  database.close();
  return undefined;
}

const opened = (name: string): Promise<IDBDatabase | undefined> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isMissing = false;
    request.onupgradeneeded = () => {
      // Nobody has made it yet, and this does not.
      isMissing = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (isMissing ? resolve(undefined) : reject(request.error));
  });

/** Where rows stand. */
interface Place {
  store: string;
  index?: string;
  range: IDBKeyRange;
  most?: number;
}

/** The rows of a place, in a transaction of their own: whoever writes waits for no others. */
export const rowsAt = <T>(database: IDBDatabase, { store, index, range, most }: Place): Promise<T[]> =>
  new Promise((resolve, reject) => {
    const rows = database.transaction(store).objectStore(store);
    const request: IDBRequest<T[]> = (index === undefined ? rows : rows.index(index)).getAll(range, most);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
