/** The Firefox harness itself: the extension is in, and its own pages can be opened and asked. */
import { expect, test } from 'playwright/test';
import { type ExtensionFirefox, launchFirefox } from './firefox/firefox.ts';
import { deepClick, deepGone, deepText, deepTexts } from './firefox/firefox-deep.ts';
import { CLOSED_IN_OPEN } from './pages/roots.ts';
import { startServer, type TestServer } from './server.ts';

let firefox: ExtensionFirefox;
let server: TestServer;

test.beforeAll(async () => {
  server = await startServer();
  firefox = await launchFirefox();
});

test.afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

test('a browser begins without the page that greets: it would stand before the tab that a test is at work in', async () => {
  const page = await firefox.own();
  const places = () =>
    page.evaluate(async () => {
      const { browser } = globalThis as unknown as {
        browser: { tabs: { query(of: object): Promise<{ url?: string }[]> } };
      };
      return (await browser.tabs.query({})).flatMap(({ url }) => url ?? []);
    });
  await expect.poll(places).toEqual([firefox.urlOf('manifest.json')]);
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
});

test('the extension’s own pages open at its address, and are used with mouse and keyboard', async () => {
  const page = await firefox.open('sidepanel.html');
  expect(await page.evaluate(() => location.href)).toBe(firefox.urlOf('sidepanel.html'));
  await page.waitForSelector('[role="tab"]');
  const selected = () => page.$$eval('[role="tab"]', (tabs) => tabs.map((tab) => tab.getAttribute('aria-selected')));
  await (await page.$$('[role="tab"]'))[1]?.click();
  await expect.poll(selected).toEqual(['false', 'true', 'false', 'false']);
  // Keys go to where the focus is: it is there once the browser has it, and not only the page.
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus() && document.activeElement?.role)).toBe('tab');
  await page.keyboard.press('ArrowRight');
  await expect.poll(selected).toEqual(['false', 'false', 'true', 'false']);
});

test('a closed root within an open one is read and clicked', async () => {
  const page = await firefox.browser.newPage();
  await page.goto(server.page('/roots', CLOSED_IN_OPEN));
  expect(await page.evaluate(() => document.querySelector('#outer')?.shadowRoot?.querySelector('button'))).toBeNull();
  expect(await deepTexts(page, '.many')).toEqual(['one', 'two']);
  await deepClick(page, '[data-act="go"]');
  await expect.poll(() => deepText(page, '[data-answer]')).toBe('trusted: true');
  await deepGone(page, '[data-act="go"]');
});

test('an extension page knows the tabs and their content scripts', async () => {
  const page = await firefox.browser.newPage();
  await page.goto(server.page('/tab', '<!doctype html><title>A page</title>'));
  const own = await firefox.own();
  const tabs = () =>
    own.evaluate(async () => {
      const { browser } = globalThis as unknown as {
        browser: { tabs: { query(of: object): Promise<{ url?: string }[]> } };
      };
      return (await browser.tabs.query({})).flatMap(({ url }) => url ?? []);
    });
  await expect.poll(tabs).toContain(page.url());
});
