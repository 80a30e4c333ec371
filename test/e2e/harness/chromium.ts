/** A real Chromium with the built extension in it. */
import { rm } from 'node:fs/promises';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { buildDir, pathOf } from '../../../scripts/machine.ts';
import { STEP_LIMIT_MS } from './limits.ts';
import { extensionIdOf } from './profile/extension.ts';
import { freshProfile } from './profile/fresh.ts';

export interface LaunchOptions {
  /** A profile that outlives the browser, to start again with what was stored; a fresh one, removed at the end, if none. */
  userDataDir?: string;
  /** The unpacked extension; the test build if none. */
  extensionDir?: string;
  /** Language of browser and extension. */
  locale?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Without any extension, for comparison. */
  bare?: boolean;
  /** With a window that a person can use. */
  headed?: boolean;
  /** Pages that are left go into the back/forward cache, as they do for people. */
  pageCache?: boolean;
  /** Reports can be undone for as long as a slow machine needs. */
  timeToUndo?: boolean;
  /** Further command line switches. */
  args?: string[];
}

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

export const CHROMIUM_BUILD = buildDir('chrome-mv3-test');

/** Nothing may go to the network, be slowed down because its tab is not in front, or be loaded for a list below the address. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

/** How many times slower pages are than this machine: finds what passes only on a fast one. See CONTRIBUTING.md. */
const SLOWER = Number(process.env.COUNTERSIGN_SLOWER ?? 1);

export async function launchChromium(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const extensionDir = options.extensionDir ?? CHROMIUM_BUILD;
  const extensionId = extensionIdOf(extensionDir);
  const userDataDir = options.userDataDir ?? (await freshProfile(openOnce));
  const locale = options.locale ?? 'en';
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath: pathOf('chromium'),
    headless: false, // Playwright's own headless mode has no extensions; Chromium's new one, below, has
    args: [
      ...(options.headed ? [] : ['--headless=new']),
      '--no-sandbox',
      ...(options.bare
        ? ['--disable-extensions']
        : [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`]),
      `--lang=${locale}`,
      ...QUIET,
      ...(options.args ?? []),
    ],
    ignoreDefaultArgs: options.pageCache ? ['--disable-back-forward-cache'] : [],
    env: { ...process.env, LANGUAGE: locale, LC_ALL: `${locale}.UTF-8` },
    locale,
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.headed ? null : (options.viewport ?? { width: 1280, height: 800 }),
  });
  // A step that hangs says which one it was, before its test runs out of time.
  context.setDefaultTimeout(STEP_LIMIT_MS);
  if (SLOWER > 1) slowDown(context);
  const urlOf = (page: string) => `chrome-extension://${extensionId}/${page.replace(/^\//, '')}`;
  if (!options.userDataDir && !options.bare) await workerInstalled(context, urlOf('background.js'));
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
      await context.close();
      if (!options.userDataDir) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  if (options.timeToUndo) await giveTimeToUndo(browser);
  return browser;
}

const openOnce = async (dir: string) => (await launchChromium({ userDataDir: dir, bare: true })).close();

/** Makes each page that opens so many times slower, while it is there. */
function slowDown(context: BrowserContext): void {
  const slow = async (page: Page) => {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  };
  context.on('page', (page) => void slow(page).catch((gone: Error) => console.debug('not slowed down:', gone.message)));
}

/** Opens the side panel's page in a tab, looking at another tab. */
export async function openPanel(browser: ExtensionBrowser, tabId?: number): Promise<Page> {
  return browser.open(tabId === undefined ? 'sidepanel.html' : `sidepanel.html?tabId=${tabId}`);
}

/** Presses the extension's button in the toolbar, as a person on this page does. */
export async function pressToolbarButton({ context, extensionId }: ExtensionBrowser, page: Page): Promise<void> {
  await page.bringToFront();
  const url = page.url();
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser cannot be driven');
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find((target) => target.url === url);
  if (!tab) throw new Error(`no tab shows ${url}`);
  await session.send(
    'Extensions.triggerAction' as 'Target.closeTarget',
    {
      id: extensionId,
      targetId: tab.targetId,
    } as { targetId: string },
  );
  await session.detach();
}

/** The browser's id of a tab, asked from the extension's origin without waking its worker. */
export async function tabIdOf(browser: ExtensionBrowser, page: Page): Promise<number> {
  return withExtension(browser, async (inside) => {
    const ids = await inside.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: ChromeTabs };
      return (await chrome.tabs.query({})).filter((tab) => tab.url === url).map((tab) => tab.id);
    }, page.url());
    if (ids.length !== 1 || ids[0] === undefined) throw new Error(`${ids.length} tabs show ${page.url()}, not one`);
    return ids[0];
  });
}
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

/** A worker that is stopped while it is being installed starts again at once, so nothing begins before that. */
async function workerInstalled(context: BrowserContext, script: string): Promise<void> {
  await withWorkerStates(context, script, async (_, reported) => {
    await reported((states) => states.some(({ status }) => status === 'activated'));
  });
}

interface WorkerState {
  scriptURL: string;
  status: string;
  runningStatus: string;
}
/** Resolves with the states of the worker once the browser reports such as are wanted. */
type Reported = (wanted: (states: WorkerState[]) => boolean) => Promise<WorkerState[]>;

async function withWorkerStates(
  context: BrowserContext,
  script: string,
  work: (session: CDPSession, reported: Reported) => Promise<void>,
): Promise<void> {
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  const seen: WorkerState[][] = [];
  const waiting = new Set<() => void>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    seen.push(versions.filter(({ scriptURL }) => scriptURL === script));
    for (const look of waiting) look();
  });
  const reported: Reported = (wanted) =>
    new Promise((resolve) => {
      const look = () => {
        const states = seen.shift();
        if (!states) return;
        if (!wanted(states)) return look();
        waiting.delete(look);
        resolve(states);
      };
      waiting.add(look);
      look();
    });
  await session.send('ServiceWorker.enable');
  await work(session, reported);
  await session.detach();
}
