/** What the extension has stored, read as one of its own pages reads it. */
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { type ExtensionBrowser, withExtension } from '../harness/chromium.ts';

/** All rows of a store in the extension's database. */
const rowsStored = <T>(browser: ExtensionBrowser, store: string): Promise<T[]> =>
  withExtension(browser, (inside) =>
    inside.evaluate(async (name) => {
      const opened = indexedDB.open('countersign');
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error);
      });
      const asked = db.transaction(name).objectStore(name).getAll();
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      db.close();
      return rows as T[];
    }, store),
  );

/** All events in the extension's database. */
export const eventsStored = async (browser: ExtensionBrowser): Promise<CountersignEvent[]> =>
  (await rowsStored<{ event: CountersignEvent }>(browser, 'events')).map(({ event }) => event);

/** All outputs as they are folded. */
export const outputsStored = (browser: ExtensionBrowser): Promise<Output[]> => rowsStored(browser, 'outputs');
