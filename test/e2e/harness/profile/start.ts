/** Starts a Chromium in which nothing goes to the network. */
import { type BrowserContext, chromium, type Page } from 'playwright';
import { buildDir, pathOf } from '../../../../scripts/machine.ts';
import { STEP_LIMIT_MS } from '../limits.ts';
import { pathWithoutDesktop } from './desktop.ts';
import { freshProfile } from './fresh.ts';
import { type Kept, watchSpending } from './idle.ts';

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

export const CHROMIUM_BUILD = buildDir('chrome-mv3-test');

/** Nothing may go to the network, be slowed down because its tab is not in front, or be loaded for a list below the address. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--enable-unsafe-extension-debugging',
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

/** What has to be the same for one browser to stand in for another. */
export const kindOf = ({
  locale,
  colorScheme,
  viewport,
  bare,
  headed,
  pageCache,
  args,
  userDataDir,
}: LaunchOptions): string =>
  JSON.stringify([locale, colorScheme, viewport, bare, headed, pageCache, args, userDataDir]);

export async function start(options: LaunchOptions): Promise<Kept> {
  const userDataDir = options.userDataDir ?? (await freshProfile(openOnce));
  const locale = options.locale ?? 'en';
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath: pathOf('chromium'),
    headless: false, // Playwright's own headless mode has no extensions; Chromium's new one, below, has
    args: [
      ...(options.headed ? [] : ['--headless=new']),
      '--no-sandbox',
      ...(options.bare ? ['--disable-extensions'] : []),
      ...(options.userDataDir && !options.bare ? bySwitch(options.extensionDir ?? CHROMIUM_BUILD) : []),
      `--lang=${locale}`,
      ...QUIET,
      ...(options.args ?? []),
    ],
    ignoreDefaultArgs: ['--disable-extensions', ...(options.pageCache ? ['--disable-back-forward-cache'] : [])],
    env: { ...process.env, PATH: await pathWithoutDesktop(), LANGUAGE: locale, LC_ALL: `${locale}.UTF-8` },
    locale,
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.headed ? null : (options.viewport ?? { width: 1280, height: 800 }),
  });
  // A step that hangs says which one it was, before its test runs out of time.
  context.setDefaultTimeout(STEP_LIMIT_MS);
  if (SLOWER > 1) slowDown(context);
  return { context, userDataDir, isSpent: watchSpending(context) };
}

const bySwitch = (dir: string) => [`--disable-extensions-except=${dir}`, `--load-extension=${dir}`];

const openOnce = async (dir: string) => (await start({ userDataDir: dir, bare: true })).context.close();

/** Makes each page that opens so many times slower, while it is there. */
function slowDown(context: BrowserContext): void {
  const slow = async (page: Page) => {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  };
  context.on('page', (page) => void slow(page).catch((gone: Error) => console.debug('not slowed down:', gone.message)));
}
