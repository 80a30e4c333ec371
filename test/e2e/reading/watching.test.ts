/** A site that the extension has no access to: watched in two clicks, at once and after a restart, and given back. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { openPanel, pressToolbarButton, tabIdOf, withExtension } from '../harness/chromium.ts';
import { deepClick, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { closeTabs, composeFrame, flag, outputsOf } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';
import { learnerArrives } from '../harness/outputs.ts';
import { chatPage, FIRST_BUILD } from '../harness/pages/own-chat.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { type GrantedBrowser, launchGranted } from './granted.ts';

/** One browser for all of them, and a site of its own for each test: a browser with such a profile costs as much as a test. */
const HOSTS = [1, 2, 3, 4, 5, 6].map((at) => `desk-${at}.localhost` as const);
const unused = [...HOSTS];
let browser: GrantedBrowser;
let server: TestServer;
/** Name, origin, pattern and page of the test's own site. */
let host: (typeof HOSTS)[number];
let origin: string;
let pattern: string;
let url: string;

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  [browser, server] = await Promise.all([launchGranted(HOSTS.map((name) => `http://${name}/*`)), startServer()]);
  server.page('/chat', chatPage(FIRST_BUILD));
  server.page('/framed', `<!doctype html><title>Framed</title><iframe src="/chat" title="chat"></iframe>`);
});
test.afterAll(async () => {
  await browser.close();
  await server.close();
});
test.beforeEach(() => {
  host = unused.shift() ?? 'desk-1.localhost';
  origin = `http://${host}`;
  pattern = `${origin}/*`;
  url = `${server.urlAt(host)}/chat`;
});
test.afterEach(() => closeTabs(browser));

interface Chrome {
  tabs: { query(of: object): Promise<{ id?: number; url?: string; pendingUrl?: string }[]> };
  permissions: {
    contains(of: object): Promise<boolean>;
    remove(of: object): Promise<boolean>;
  };
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
}

/** For which sites a script of ours is put in. */
const allRegistered = () =>
  withExtension(browser, (inside) =>
    inside.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Chrome };
      return (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches);
    }),
  );
/** The same, of the test's own site. */
const registered = async () => (await allRegistered()).filter((each) => each === pattern);
const granted = () =>
  withExtension(browser, (inside) =>
    inside.evaluate(
      (one) => (globalThis as unknown as { chrome: Chrome }).chrome.permissions.contains({ origins: [one] }),
      pattern,
    ),
  );

/** The button beside the field: a site that is not watched any more has one of the same name. */
const watchButton = (options: Page) =>
  options
    .locator('form', { has: options.getByLabel('Watch another site') })
    .getByRole('button', { name: 'Watch', exact: true });

/** Has the site watched by its name, on the options page. */
async function watchByName(): Promise<Page> {
  const options = await browser.open('options.html');
  await options.getByLabel('Watch another site').fill(`${origin}/somewhere?q=1`);
  await watchButton(options).click();
  await expect(options.getByText(`${origin} is watched now.`).first()).toBeAttached();
  await expect(options.locator(`[data-site="${origin}"]`)).toContainText('Watched');
  return options;
}

async function ask(page: Page): Promise<void> {
  await page.bringToFront();
  await learnerArrives(browser, page);
  await page.getByLabel('Question').click();
  await page.keyboard.type('When is the invoice due?', { delay: 50 });
  await page.keyboard.press('Enter');
}

test('typed on the options page, a site is watched in the open tab without a reload, and learned', async () => {
  const page = await browser.context.newPage();
  await page.goto(url);
  await watchByName();
  await ask(page);
  await outputsOf(browser, page, 1);
  await deepWait(page, 'button[data-status="unreviewed"]');
  // All that a known tool's page has works here too, the extension's own frame for typing among it.
  await flag(page, 'factual', 'major');
  await deepClick(page, '[data-action="comment"]');
  await composeFrame(page);
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await expect(panel.getByText(`Read by what was learned on ${host}`)).toBeVisible();
});

test('the toolbar button and one more click: the panel offers the site on which the button was pressed', async () => {
  const page = await browser.context.newPage();
  await page.goto(url);
  const tabId = await newestTabId();
  const panel = await openPanel(browser, tabId);
  await expect(panel.getByText(/button in the toolbar while you are on the page/)).toBeVisible();
  await pressToolbarButton(browser, page);
  await panel.bringToFront();
  await panel.getByRole('button', { name: `Watch ${host}` }).click();
  await expect(panel.getByText('Countersign does not know this site yet.')).toBeVisible();
  await ask(page);
  await outputsOf(browser, page, 1);
});

nightly('a watched site is watched after the browser was started again, in its frames too', async () => {
  await watchByName();
  const again = await browser.restart();
  browser = { ...browser, ...again, close: browser.close };
  const page = await again.context.newPage();
  await page.goto(url.replace('/chat', '/framed'));
  const panel = await openPanel(again, await tabIdOf(again, page));
  await expect(panel.getByText('Countersign does not know this site yet.')).toBeVisible();
  await page.bringToFront();
  await learnerArrives(again, page, 2);
  const chat = page.frameLocator('iframe');
  await chat.getByLabel('Question').click();
  await page.keyboard.type('When is the invoice due?', { delay: 50 });
  await page.keyboard.press('Enter');
  await expect(chat.getByText('when both sides have signed')).toBeVisible();
  await panel.bringToFront();
  await expect(panel.locator('[data-output-hash]')).toHaveCount(1);
});

test('what cannot be watched is said before the browser is asked', async () => {
  const before = await allRegistered();
  const options = await browser.open('options.html');
  const field = options.getByLabel('Watch another site');
  const press = () => watchButton(options).click();
  for (const nothing of ['', 'two words', 'http://intranet.example', 'file:///etc/hosts']) {
    await field.fill(nothing);
    await press();
    await expect(options.getByText('This is no site that can be watched.')).toBeVisible();
  }
  await field.fill('https://claude.ai/chats');
  await press();
  await expect(options.getByText('Claude is watched already.')).toBeVisible();
  expect(await allRegistered()).toEqual(before);
});

test('a site that is watched no more is given back, and read no more in the open tab', async () => {
  const page = await browser.context.newPage();
  await page.goto(url);
  const options = await watchByName();
  await ask(page);
  await outputsOf(browser, page, 1);
  await expect.poll(registered).toEqual([pattern]);
  await options.getByRole('button', { name: `Stop watching ${origin}` }).click();
  await expect(options.locator(`[data-site="${origin}"]`)).toContainText('Not watched');
  await expect.poll(registered).toEqual([]);
  await expect.poll(granted).toBe(false);
  await outputsOfNone(page);
});

test('access that was taken back in the browser is noticed, and can be given again', async () => {
  const page = await browser.context.newPage();
  await page.goto(url);
  const options = await watchByName();
  await ask(page);
  await outputsOf(browser, page, 1);
  await withExtension(browser, (inside) =>
    inside.evaluate(
      (one) => (globalThis as unknown as { chrome: Chrome }).chrome.permissions.remove({ origins: [one] }),
      pattern,
    ),
  );
  const site = options.locator(`[data-site="${origin}"]`);
  await expect(site).toContainText('Access was taken back');
  await expect.poll(registered).toEqual([]);
  await outputsOfNone(page);
  await site.getByRole('button', { name: 'Allow again' }).click();
  await expect(site).toContainText('Watched');
  await outputsOf(browser, page, 1);
});

/** Without access, the browser tells the extension no address of a tab: it is the newest of those. */
const newestTabId = (): Promise<number> =>
  withExtension(browser, (inside) =>
    inside.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Chrome };
      // A page of ours that is still on its way has no address yet, but says where it goes.
      const isStrange = (tab: { url?: string; pendingUrl?: string }) => !tab.url && !tab.pendingUrl;
      const ids = (await chrome.tabs.query({})).filter(isStrange).flatMap(({ id }) => id ?? []);
      return Math.max(...ids);
    }),
  );

/** The page's script is asked where it is: without access the browser tells no address of the tab. */
async function outputsOfNone(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('[data-countersign]').length), {
      message: 'our layer goes',
    })
    .toBe(0);
}
