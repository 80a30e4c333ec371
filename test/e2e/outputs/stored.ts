/** What the extension has stored, read as one of its own pages reads it. */
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import { type ExtensionBrowser, withExtension } from '../harness/chromium.ts';

/** All events in the extension's database. */
export const eventsStored = (browser: ExtensionBrowser): Promise<CountersignEvent[]> =>
  withExtension(browser, (inside) =>
    inside.evaluate(async () => {
      const opened = indexedDB.open('countersign');
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error);
      });
      const asked = db.transaction('events').objectStore('events').getAll();
      const rows = await new Promise<{ event: CountersignEvent }[]>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      db.close();
      return rows.map(({ event }) => event);
    }),
  );
