/** The ways in which one page is looked at while it streams: nobody, the limit, the rivals, and the detector. */
import type { Page } from 'playwright';
import { type ExtensionBrowser, launchChromium } from '../../e2e/harness/chromium.ts';
import { openWithHypothesis } from '../cost/hypothesis.ts';
import { rest } from '../cost/script-time.ts';
import { switchProfilesOff } from '../profiles-off.ts';

/** One way, with the browser that it needs. */
export interface Way {
  browser: ExtensionBrowser;
  open(page: Page, url: string): Promise<void>;
  /** Whether the prompt has to be typed. */
  asks: boolean;
  /** Whether badges are shown: what finds nothing costs nothing. */
  finds: boolean;
}

type WayName =
  | 'none'
  | 'observer'
  | 'observerTyped'
  | 'observerApart'
  | 'hypothesis'
  | 'rescan'
  | 'profile'
  | 'evidence';

export interface Ways {
  ways: Record<WayName, Way>;
  /** Lets the browser that reads by evidence forget what it has learned of a page's site. */
  forget(url: string): Promise<void>;
  close(): Promise<void>;
}

const OBSERVED = '{ subtree: true, childList: true, characterData: true }';
const NO_OP = `new MutationObserver(() => {}).observe(document, ${OBSERVED})`;
/** Asks for all turns and reads their texts at every change. */
const RESCAN = `new MutationObserver(() => {
  for (const turn of document.querySelectorAll('[data-message-author-role="assistant"]')) turn.textContent.length;
}).observe(document, ${OBSERVED})`;

export async function openWays(): Promise<Ways> {
  const bare = await launchChromium({ bare: true });
  const profiles = await launchChromium();
  const evidence = await launchChromium();
  await switchProfilesOff(evidence);
  const rival = { browser: bare, asks: false, finds: false };
  const running = (script: string): Way => ({
    ...rival,
    async open(page, url) {
      await ready(page, url);
      await page.evaluate(script);
    },
  });
  const ways: Ways['ways'] = {
    none: { ...rival, open: ready },
    observer: running(NO_OP),
    observerTyped: { ...running(NO_OP), asks: true },
    observerApart: { ...rival, open: observedApart },
    rescan: running(RESCAN),
    hypothesis: { ...rival, open: openWithHypothesis },
    profile: { browser: profiles, open: readByProfile, asks: false, finds: true },
    evidence: { browser: evidence, open: watched, asks: true, finds: true },
  };
  return {
    ways,
    forget: (url) => forgetSite(evidence, url),
    close: async () => {
      await Promise.all([bare.close(), profiles.close(), evidence.close()]);
    },
  };
}

/** As a person does in the options. */
async function forgetSite(browser: ExtensionBrowser, url: string): Promise<void> {
  const options = await browser.open('options.html');
  const reply = await options.evaluate(
    (origin) =>
      (globalThis as unknown as Extension).chrome.runtime.sendMessage({ type: 'site.forget', body: { origin } }),
    new URL(url).origin,
  );
  await options.close();
  if (!reply?.ok) throw new Error(`the site was not forgotten: ${JSON.stringify(reply)}`);
}

interface Extension {
  chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean } | undefined> } };
}

async function ready(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('body[data-ready]').waitFor();
}

/** The observer that does nothing, in a world of its own as an extension's script has: the least that one can cost. */
async function observedApart(page: Page, url: string): Promise<void> {
  await ready(page, url);
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await session.send('Runtime.evaluate', { contextId: executionContextId, expression: NO_OP });
}

/** What was there before is read first: the bench is of the stream. */
async function readByProfile(page: Page, url: string): Promise<void> {
  await ready(page, url);
  await page.locator('[data-countersign]').first().waitFor({ state: 'attached' });
}

/** The learner says nothing until it has learned something; it is loaded by the time the page has come to rest. */
async function watched(page: Page, url: string): Promise<void> {
  await ready(page, url);
  await rest(page);
}
