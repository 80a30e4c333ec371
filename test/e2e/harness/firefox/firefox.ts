/** A real Firefox with the built extension in it, driven over WebDriver BiDi. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { buildDir, pathOf } from '../../../../scripts/machine.ts';
import { START_LIMIT_MS, STEP_LIMIT_MS, TEST_LIMIT_MS } from '../limits.ts';

export interface FirefoxOptions {
  /** The unpacked extension; the test build if none. */
  extensionDir?: string;
  /** Language of browser and extension. */
  locale?: string;
  colorScheme?: 'light' | 'dark';
  /** What the extension asks for (sites, and whether reports may be sent) is given to it without a dialog, which no test can press. */
  grants?: boolean;
  /** Pages that are left go into the back/forward cache, as they do for people; Puppeteer switches it off. */
  pageCache?: boolean;
  /** How long the background page may be idle before Firefox ends it, in milliseconds; 30 s if none. */
  idleMs?: number;
  /** The browser's program; the system's if none. */
  executablePath?: string;
}

export interface ExtensionFirefox {
  browser: Browser;
  /** The address of one of the extension's own pages. */
  urlOf(page: string): string;
  /** Opens one of the extension's own pages in a tab. */
  open(page: string): Promise<Page>;
  /** One that stays open behind the others, to ask the extension in: to open one for each look cost more than all that a test does. */
  own(): Promise<Page>;
  close(): Promise<void>;
}

/** How a wait looks again. A tab behind another draws no frames, by which Puppeteer waits if it is told nothing. */
export const BY_CLOCK = { polling: 100 };

export async function launchFirefox(options: FirefoxOptions = {}): Promise<ExtensionFirefox> {
  const extensionDir = options.extensionDir ?? buildDir('firefox-mv3-test');
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath ?? pathOf('firefox'),
    headless: true,
    // Tests open the extension's own pages, which Firefox counts among its privileged ones.
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1280, height: 800 },
    timeout: START_LIMIT_MS,
    protocolTimeout: TEST_LIMIT_MS,
    extraPrefsFirefox: {
      // The address of the extension's pages is random otherwise, and known to nobody outside.
      'extensions.webextensions.uuids': JSON.stringify({ [addonIdOf(extensionDir)]: uuid }),
      'extensions.originControls.grantByDefault': true,
      'extensions.webextOptionalPermissionPrompts': !options.grants,
      'intl.locale.requested': options.locale ?? 'en-US',
      'intl.accept_languages': options.locale ?? 'en-US',
      ...(options.idleMs ? { 'extensions.background.idle.timeout': options.idleMs } : {}),
      ...(options.pageCache ? { 'fission.bfcacheInParent': true, 'browser.sessionhistory.max_total_viewers': 8 } : {}),
      'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    },
  });
  // Every page waits as long as one in Chromium does. A page's worker is a target too, and asked for a page it throws.
  browser.on('targetcreated', (target) => {
    if (target.type() === 'page') void target.page().then((page) => page?.setDefaultTimeout(STEP_LIMIT_MS));
  });
  const urlOf = (page: string) => `moz-extension://${uuid}/${page.replace(/^\//, '')}`;
  await installed(browser, extensionDir, urlOf('welcome.html'));
  const open = async (page: string) => {
    const tab = await browser.newPage();
    // BiDi reports no navigation to privileged addresses, so nothing is to be waited for but the page itself.
    await tab.goto(urlOf(page), { waitUntil: [] });
    await tab.waitForFunction(
      (url) => document.readyState === 'complete' && location.href.startsWith(url),
      BY_CLOCK,
      urlOf(page),
    );
    return tab;
  };
  let kept = await open('manifest.json');
  return {
    ...{ browser, urlOf, open },
    async own() {
      // Firefox takes the pages of an extension that is updated, and says so only to whoever asks them something.
      const isThere = await kept.evaluate(() => true).catch(() => false);
      if (!isThere) kept = await open('manifest.json');
      return kept;
    },
    close: () => browser.close(),
  };
}

/**
 * Installs the extension, and puts the page away that greets whoever did. It opens in front, a while later on a slow machine: a
 * test that was at work in its own tab by then stood in one that nobody saw.
 */
async function installed(browser: Browser, extensionDir: string, welcome: string): Promise<void> {
  const before = new Set(browser.targets());
  await browser.installExtension(extensionDir);
  const isNew = (target: Target) => target.type() === 'page' && !before.has(target);
  const page = await (await browser.waitForTarget(isNew, { timeout: START_LIMIT_MS })).page();
  if (!page) throw new Error('The tab that the extension opened is none.');
  // Its target says `about:blank` for ever: BiDi reports no navigation to privileged addresses.
  const isThere = (url: string) => location.href === url && document.readyState === 'complete';
  await page.waitForFunction(isThere, { ...BY_CLOCK, timeout: START_LIMIT_MS }, welcome);
  await page.close();
}

function addonIdOf(extensionDir: string): string {
  const path = join(extensionDir, 'manifest.json');
  if (!existsSync(path)) throw new Error(`There is no extension in ${extensionDir}: run “npm run build:test” first.`);
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { browser_specific_settings: { gecko: { id: string } } };
  return manifest.browser_specific_settings.gecko.id;
}
