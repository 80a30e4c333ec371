/** A real Chromium with the built extension in it. */
import { rm } from 'node:fs/promises';
import type { BrowserContext, CDPSession, Page } from 'playwright';
import { expect } from './expect.ts';
import { STEP_LIMIT_MS } from './limits.ts';
import { command, controlOf } from './profile/control.ts';
import { extensionIdOf } from './profile/extension.ts';
import { keepIdle, takeIdle } from './profile/idle.ts';
import { CHROMIUM_BUILD, kindOf, type LaunchOptions, start } from './profile/start.ts';
import { withWorkerStates, workerInstalled } from './profile/worker.ts';

export { CHROMIUM_BUILD, type LaunchOptions };

type TargetInfo = Record<'type' | 'url' | 'targetId', string>;

export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  userDataDir: string;
  /** The address of one of the extension's own pages. */
  urlOf(page: string): string;
  /** Opens one of the extension's own pages in a tab. */
  open(page: string): Promise<Page>;
  /** Closes the browser; a profile that was made for it goes with it. */
  close(): Promise<void>;
}

export async function launchChromium(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const extensionDir = options.extensionDir ?? CHROMIUM_BUILD;
  const extensionId = extensionIdOf(extensionDir);
  const urlOf = (page: string) => `chrome-extension://${extensionId}/${page.replace(/^\//, '')}`;
  const kind = kindOf(options);
  const started = takeIdle(kind) ?? (await start(options));
  const { context, userDataDir } = started;
  // What was started with a profile of its own has it by a switch: it would stand in that profile for ever otherwise.
  if (!options.userDataDir && !options.bare) {
    const control = await controlOf(context);
    const greeted = closed(control, urlOf('welcome.html'));
    await control.send(...command('Extensions.loadUnpacked', { path: extensionDir }));
    await workerInstalled(context, urlOf('background.js'));
    await greeted;
    await control.detach();
  }
  const browser: ExtensionBrowser = {
    context,
    extensionId,
    userDataDir,
    urlOf,
    async open(page) {
      const tab = await context.newPage();
      await tab.goto(urlOf(page));
      return tab;
    },
    async close() {
      if (options.userDataDir) return context.close();
      if (!options.bare && (await keepIdle(kind, started, () => emptied(browser)))) return;
      await context.close();
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  if (options.timeToUndo) await giveTimeToUndo(browser);
  return browser;
}

/** Closes the tab that opens at this address as soon as it does: nobody looks at it, and to draw it takes half a second of a core. */
async function closed(control: CDPSession, address: string): Promise<void> {
  const opened = new Promise<string>((resolve) => {
    const look = ({ targetInfo: { type, url, targetId } }: { targetInfo: TargetInfo }) => {
      if (type === 'page' && url === address) resolve(targetId);
    };
    control.on('Target.targetCreated', look);
    control.on('Target.targetInfoChanged', look);
  });
  await control.send('Target.setDiscoverTargets', { discover: true });
  await control.send('Target.closeTarget', { targetId: await opened });
}

/** Takes the extension out of the browser, with all that it has open and knows. Whether that could be done. */
async function emptied({ context, extensionId, urlOf }: ExtensionBrowser): Promise<boolean> {
  try {
    const [first, ...others] = context.pages();
    if (!first) return false;
    for (const page of others) await page.close();
    await first.goto('about:blank');
    await (await controlOf(context)).send(...command('Extensions.uninstall', { id: extensionId }));
    await withWorkerStates(context, urlOf('background.js'), async (_, reported) => {
      await reported((states) => states.every(({ status }) => status === 'redundant'));
    });
    await context.clearCookies();
    return true;
  } catch (error) {
    console.debug('A browser is not used again:', error instanceof Error ? error.message : error);
    return false;
  }
}

/** Opens the side panel's page in a tab, looking at another tab. */
export async function openPanel(browser: ExtensionBrowser, tabId?: number): Promise<Page> {
  return browser.open(tabId === undefined ? 'sidepanel.html' : `sidepanel.html?tabId=${tabId}`);
}

/** Presses the extension's button in the toolbar, as a person on this page does. */
export async function pressToolbarButton({ context, extensionId }: ExtensionBrowser, page: Page): Promise<void> {
  await page.bringToFront();
  const url = page.url();
  const session = await controlOf(context);
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find((target) => target.url === url);
  if (!tab) throw new Error(`no tab shows ${url}`);
  await session.send(...command('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId }));
  await session.detach();
}

/** The browser's id of a tab, asked from the extension's origin without waking its worker. */
export const tabIdOf = (browser: ExtensionBrowser, page: Page): Promise<number> =>
  withExtension(browser, async (inside) => {
    const showing = () =>
      inside.evaluate(async (url) => {
        const { chrome } = globalThis as unknown as { chrome: ChromeTabs };
        return (await chrome.tabs.query({})).flatMap((tab) =>
          tab.url === url && tab.id !== undefined ? [tab.id] : [],
        );
      }, page.url());
    // The browser says a tab's address a little after the page has it.
    let ids: number[] = [];
    const count = async () => {
      ids = await showing();
      return ids.length;
    };
    await expect.poll(count, { message: `one tab shows ${page.url()}` }).toBe(1);
    return ids[0] as number;
  });
interface ChromeTabs {
  tabs: { query(of: object): Promise<{ id?: number; url?: string }[]> };
}

/** Runs something in a page of the extension's origin that has no code of its own, and closes it again. */
export async function withExtension<T>(browser: ExtensionBrowser, work: (inside: Page) => Promise<T>): Promise<T> {
  const kept = await insideOf(browser);
  if (kept) return work(kept);
  const inside = await browser.open(INSIDE);
  try {
    return await work(inside);
  } finally {
    await inside.close();
  }
}

/** Gives reports that are made from now on so much time to be undone; they are not sent before. */
export const giveTimeToUndo = (browser: ExtensionBrowser, testUndoMs = STEP_LIMIT_MS): Promise<void> =>
  setTime(browser, { testUndoMs });

/** Gives sources that are looked at from now on so much time to answer. */
export const giveTimeToAnswer = (browser: ExtensionBrowser, testSourceMs: number) => setTime(browser, { testSourceMs });

/** Has each character of a text count as so many against what one page may have stored. */
export const countCharactersAs = (browser: ExtensionBrowser, times: number) =>
  setTime(browser, { testCharacterCounts: times });

/** Sets a time, or a number, that the test build takes from its storage. */
const setTime = (browser: ExtensionBrowser, time: Record<string, number>): Promise<void> =>
  withExtension(browser, (inside) =>
    inside.evaluate(async (set) => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { set(of: object): Promise<void> } } };
      };
      await chrome.storage.local.set(set);
    }, time),
  );

/** As if the time in which reports can be undone were over: what is held for it may leave, and does. */
export const endTimeToUndo = (browser: ExtensionBrowser): Promise<void> =>
  withExtension(browser, (inside) =>
    inside.evaluate(async () => {
      const open = indexedDB.open('countersign');
      await new Promise((resolve, reject) => {
        open.onsuccess = resolve;
        open.onerror = reject;
      });
      const transaction = open.result.transaction('outbox', 'readwrite');
      const marks = transaction.objectStore('outbox').openCursor();
      marks.onsuccess = () => {
        marks.result?.update({ ...marks.result.value, notBefore: new Date(0).toISOString() });
        marks.result?.continue();
      };
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = reject;
      });
      open.result.close();
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } };
      await chrome.runtime.sendMessage({ type: 'sync.wake', body: {} });
    }),
  );

/** A page of the extension in which nothing of it runs. */
const INSIDE = 'manifest.json';

/** The empty tab with which a browser begins, made such a page: a new tab a question takes more time than all else does. */
async function insideOf({ context, urlOf }: ExtensionBrowser): Promise<Page | undefined> {
  const first = context.pages()[0];
  if (first?.url() === 'about:blank') await first.goto(urlOf(INSIDE));
  return first?.url() === urlOf(INSIDE) ? first : undefined;
}

/** Stops the extension's service worker as Chromium does when it has been idle; resolves when it has stopped. */
export async function stopServiceWorker({ context, urlOf }: ExtensionBrowser): Promise<void> {
  await withWorkerStates(context, urlOf('background.js'), async (session, reported) => {
    const [state] = await reported(() => true);
    if (!state || state.runningStatus === 'stopped') return;
    const stopped = reported((states) => states.some(({ runningStatus }) => runningStatus === 'stopped'));
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  });
}

/** Whether the extension's service worker runs now. Asking does not wake it. */
export async function workerRuns({ context, urlOf }: ExtensionBrowser): Promise<boolean> {
  let runs = false;
  await withWorkerStates(context, urlOf('background.js'), async (_, reported) => {
    runs = (await reported(() => true)).some(({ runningStatus }) => runningStatus === 'running');
  });
  return runs;
}
