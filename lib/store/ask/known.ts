/**
 * What was read, for as long as it holds: kept until something of its table changes (what is asked for with each letter that somebody
 * types is read once), or asked anew with each change.
 */
import Dexie, { liveQuery } from 'dexie';

/** Gives what was read under a key before, or reads it. A live query that uses it has to hear of changes by something else. */
type Known<T> = (key: string, read: () => Promise<T>) => Promise<T>;

export function knownOf<T>(table: string): Known<T> {
  const known = new Map<string, Promise<T>>();
  Dexie.on('storagemutated', (parts) => {
    if (Object.keys(parts).some((part) => part.includes(`/${table}/`))) known.clear();
  });
  return async (key, read) => {
    // A live query may hear of a change before this does, and asks at once: a moment later all have heard.
    await Promise.resolve();
    // Of those that ask in the same moment one reads: nothing is waited for between looking and noting.
    for (let before = known.get(key); before; before = known.get(key)) {
      const [earlier] = await Promise.allSettled([before]);
      if (earlier.status === 'fulfilled' && earlier.value !== undefined) return earlier.value;
      if (known.get(key) === before) known.delete(key);
    }
    const asked = unwatched(read);
    known.set(key, asked);
    return asked;
  };
}

/** Asks, and asks anew whenever what was answered has changed. Gives the way to stop it. */
export function watched<T>(
  ask: () => Promise<T>,
  heard: { next(answer: T): void; failed(error: unknown): void },
): () => void {
  const watching = liveQuery(ask).subscribe({
    next: (answer) => heard.next(answer),
    error: (error) => heard.failed(error),
  });
  return () => watching.unsubscribe();
}

/** Read outside of any live query: to note each of a hundred thousand keys for it takes longer than reading them. */
const unwatched = <T>(read: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    setTimeout(() => {
      read().then(resolve, reject);
    });
  });
