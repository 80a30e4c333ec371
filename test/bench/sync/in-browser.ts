/** What runs in a page of the extension's origin: filling its database, and the limit that the engine is held against. */
import type { Page } from 'playwright';

/** Rows by store. */
export type Rows = Record<string, unknown[]>;

/** Puts rows into the extension's database, as they are. */
export const fill = (inside: Page, rows: Rows): Promise<void> =>
  inside.evaluate(async (given) => {
    const open = indexedDB.open('countersign');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const transaction = db.transaction(Object.keys(given), 'readwrite');
    for (const [store, each] of Object.entries(given)) for (const row of each) transaction.objectStore(store).put(row);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    db.close();
  }, rows);

/** Resolves when so many outputs stand in line for a decision. Milliseconds since 1970. */
export const lineAt = (inside: Page, most: number): Promise<number> =>
  inside.evaluate(async (wanted) => {
    const open = indexedDB.open('countersign');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const count = () => {
      const request = db.transaction('outputs').objectStore('outputs').index('line.since').count();
      return new Promise<number>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    };
    while ((await count()) < wanted) await new Promise((resolve) => setTimeout(resolve, 10));
    db.close();
    return Date.now();
  }, most);

/** Resolves when the outbox is empty, or a target has pulled up to a sequence and all of it is in the index. Milliseconds since 1970. */
export const settledAt = (inside: Page, until: { pushed: true } | { sequence: string }): Promise<number> =>
  inside.evaluate(async (goal) => {
    const open = indexedDB.open('countersign');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const read = <T>(store: string, ask: (from: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
      const request = ask(db.transaction(store).objectStore(store));
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    };
    const done = async () => {
      if ('pushed' in goal) return (await read('outbox', (from) => from.getAllKeys(null, 1))).length === 0;
      const row = (await read('targets', (from) => from.get('collector'))) as { cursor: string; problem?: string };
      if (row.problem) throw new Error(`the endpoint: ${row.problem}`);
      return row.cursor === goal.sequence && (await read('waiting', (from) => from.count())) === 0;
    };
    while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 25));
    db.close();
    return Date.now();
  }, until);

interface Exchange {
  url: string;
  token: string;
  /** Bodies to send; without them, pages to pull. */
  bodies?: string[];
  pages?: number;
}

/**
 * The limit: the same requests by bare `fetch`, and of each answer one bulk write of the events and contents in it (of
 * what was sent, where it was sent), with the indexes that our stores have. Nothing is checked, folded or looked up.
 * Gives the milliseconds that it took.
 */
export const bare = (inside: Page, exchange: Exchange): Promise<number> =>
  inside.evaluate(async ({ url, token, bodies, pages = 0 }) => {
    interface Row {
      source: string;
      id: string;
      subject: string;
      sequence?: string;
      data: { facts: object; sealed?: object };
    }
    const name = `bare-${Math.random()}`;
    const open = indexedDB.open(name);
    open.onupgradeneeded = () => {
      for (const store of ['events', 'contents'])
        open.result.createObjectStore(store, { keyPath: 'key' }).createIndex('subject', 'subject');
    };
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const write = async (events: readonly Row[]) => {
      const transaction = db.transaction(['events', 'contents'], 'readwrite');
      for (const event of events) {
        const { sealed, ...data } = event.data;
        const [key, { subject }] = [`${event.source}|${event.id}`, event];
        transaction.objectStore('events').put({ key, subject, event: { ...event, data } });
        if (sealed) transaction.objectStore('contents').put({ key, subject, ...sealed });
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
    };
    const authorization = `Bearer ${token}`;
    const started = performance.now();
    for (const body of bodies ?? []) {
      const headers = { authorization, 'content-type': 'application/cloudevents-batch+json' };
      const answer = await fetch(`${url}/v1/events`, { method: 'POST', headers, body });
      const { results } = (await answer.json()) as { results: { outcome: string; sequence: string }[] };
      const sent = JSON.parse(body) as Row[];
      if (results.some(({ outcome }) => outcome !== 'stored'))
        throw new Error(`not stored: ${JSON.stringify(results[0])}`);
      await write(sent.map((event, at) => ({ ...event, sequence: results[at]?.sequence ?? '' })));
    }
    let after = '0'.repeat(16);
    for (let page = 0; page < pages; page++) {
      const answer = await fetch(`${url}/v1/events?after=${after}&limit=500`, { headers: { authorization } });
      const { events, next } = (await answer.json()) as { events: Row[]; next: string };
      await write(events);
      after = next;
    }
    const took = performance.now() - started;
    db.close();
    indexedDB.deleteDatabase(name);
    return took;
  }, exchange);
