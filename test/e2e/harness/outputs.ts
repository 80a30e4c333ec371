/** What the extension found in a page, asked as its own panel asks. */
import type { Page, Worker } from 'playwright';
import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import { type ExtensionBrowser, tabIdOf, withExtension } from './chromium.ts';
import { expect } from './expect.ts';

interface Tabs {
  tabs: { sendMessage(tabId: number, message: object, options: object): Promise<unknown> };
}

/** The outputs of a frame of a page; none while no detector is there. */
export async function listOutputs(browser: ExtensionBrowser, page: Page, frameId = 0): Promise<ListedOutput[]> {
  const tabId = await tabIdOf(browser, page);
  return withExtension(browser, (inside) =>
    inside.evaluate(
      async ([tab, frame]) => {
        const { chrome } = globalThis as unknown as { chrome: Tabs };
        const answer = chrome.tabs.sendMessage(tab, { type: 'outputs.list' }, { frameId: frame });
        return (await answer.catch(() => [])) as ListedOutput[];
      },
      [tabId, frameId] as const,
    ),
  );
}

/** Forgets what was learned of all sites, so that a page is met as for the first time: test pages share one origin. */
export const forgetSites = (browser: ExtensionBrowser): Promise<void> =>
  withExtension(browser, (inside) =>
    inside.evaluate(async () => {
      // Opening one that is not there would make an empty one, which is not the extension's.
      if (!(await indexedDB.databases()).some(({ name }) => name === 'countersign')) return;
      const opened = indexedDB.open('countersign');
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error);
      });
      const cleared = db.transaction('sites', 'readwrite');
      cleared.objectStore('sites').clear();
      await new Promise((resolve, reject) => {
        cleared.oncomplete = resolve;
        cleared.onerror = () => reject(cleared.error);
      });
      db.close();
    }),
  );

/** How many answers are counted of a site: those are stored, and a worker that is stopped takes none of them along. */
export const answersCounted = (browser: ExtensionBrowser, origin: string): Promise<number> =>
  withExtension(browser, (inside) =>
    inside.evaluate(async (site) => {
      if (!(await indexedDB.databases()).some(({ name }) => name === 'countersign')) return 0;
      const settled = <T>(asked: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
      const db = await settled(indexedDB.open('countersign'));
      const row: unknown = await settled(db.transaction('sites').objectStore('sites').get(site));
      db.close();
      return (row as { outputs: number } | undefined)?.outputs ?? 0;
    }, origin),
  );

/** Waits until a script of ours, by its mark, runs in so many frames of a page: what a person does before that, it has missed. */
export async function scriptArrives(
  browser: ExtensionBrowser,
  page: Page,
  mark: 'health' | 'learner' | 'teachable',
  frames = 1,
): Promise<void> {
  const tabId = await tabIdOf(browser, page);
  const places = () =>
    withExtension(browser, (inside) =>
      inside.evaluate(
        async ([tab, name]) => {
          const { chrome } = globalThis as unknown as { chrome: Scripting };
          const func = (of: string) => Symbol.for(`countersign.${of}`) in globalThis;
          const asked = chrome.scripting.executeScript({
            target: { tabId: tab, allFrames: true },
            func,
            args: [name],
          });
          // A frame may go while it is asked.
          return (await asked.catch(() => [])).filter(({ result }) => result === true).length;
        },
        [tabId, mark] as const,
      ),
    );
  await expect.poll(places, { message: `the ${mark} is there` }).toBeGreaterThanOrEqual(frames);
}
interface Scripting {
  scripting: { executeScript(of: object): Promise<{ result?: boolean }[]> };
}
/** The learner, which hears of a question only what is typed once it is there. */
export const learnerArrives = (browser: ExtensionBrowser, page: Page, frames?: number): Promise<void> =>
  scriptArrives(browser, page, 'learner', frames);

/** The extension's worker, woken where it has gone to sleep: a machine may be that slow. */
export async function wakeWorker(browser: ExtensionBrowser): Promise<Worker> {
  let found: Worker | undefined;
  const isAwake = async () => {
    found = browser.context.serviceWorkers().at(-1);
    if (!found)
      await withExtension(browser, (inside) =>
        inside.evaluate(() => (globalThis as unknown as Waking).chrome.runtime.sendMessage({ type: 'none' })),
      );
    return found !== undefined;
  };
  await expect.poll(isAwake, { message: 'the worker runs' }).toBe(true);
  if (!found) throw new Error('the worker does not run');
  return found;
}
interface Waking {
  chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
}

interface Settings {
  chrome: { developerPrivate: { updateProfileConfiguration(of: object): Promise<void> } };
}
interface Reloading {
  chrome: { runtime: { reload(): void } };
}

/** Reloads the extension as an update does, and waits until it answers in the page again. */
export async function reloadExtension(browser: ExtensionBrowser, page: Page): Promise<void> {
  // Chromium does not let an unpacked extension start again without this.
  const settings = await browser.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(() =>
    (globalThis as unknown as Settings).chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
  const inside = await browser.open('manifest.json');
  const gone = inside.waitForEvent('close');
  await inside
    .evaluate(() => (globalThis as unknown as Reloading).chrome.runtime.reload())
    .catch((error: Error) => expect(error.message).toContain('closed')); // it takes this page with it
  await gone;
  const answers = () =>
    listOutputs(browser, page).then(
      ({ length }) => length > 0,
      () => false,
    );
  await expect.poll(answers).toBe(true);
}
