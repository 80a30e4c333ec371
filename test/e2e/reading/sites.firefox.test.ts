/** Sites in a real Firefox: one is watched by its name, learned, read at once on the next visit, and taught by pointing. */
import { expect, test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { BY_CLOCK, type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepClick, deepWait } from '../harness/firefox/firefox-deep.ts';
import { learnerArrives, listOutputs, oneOutput, press, shows } from '../harness/firefox/firefox-flows.ts';
import { chatPage, FIRST_BUILD, SECOND_BUILD } from '../harness/pages/own-chat.ts';
import { startServer, type TestServer } from '../harness/server.ts';

const PAST: [string, string][] = [
  ['How long is the warranty?', 'The warranty lasts two years from the day of delivery, batteries excepted.'],
  ['Who pays for shipping?', 'Shipping is paid by the seller for orders above fifty euros within the country.'],
];
const ANSWERS = PAST.map(([, answer]) => answer);

let firefox: ExtensionFirefox;
let server: TestServer;
test.describe.configure({ mode: 'default' }); // one browser: each test has a site of its own
test.beforeAll(async () => {
  [firefox, server] = await Promise.all([launchFirefox({ grants: true }), startServer()]);
  server.page('/chat', chatPage(FIRST_BUILD));
  server.page('/past', chatPage(FIRST_BUILD, PAST));
  server.page('/static', chatPage(SECOND_BUILD, PAST));
});
test.afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

async function visit(url: string): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.goto(url);
  return page;
}

const texts = async (url: string) => (await listOutputs(firefox, url)).map(({ text }) => text);

test('watched by its name, in the open tab, learned, and read at once on the next visit', async () => {
  const site = server.urlAt('desk.localhost');
  const page = await visit(`${site}/chat`);
  const options = await firefox.open('options.html');
  await options.locator('#sites input').fill('http://desk.localhost');
  await press(options, '#sites button', 'Watch');
  await shows(options, 'http://desk.localhost is watched now.');
  await learnerArrives(options, `${site}/chat`);
  await page.bringToFront();
  await page.locator('textarea').click();
  await page.keyboard.type('When is the invoice due?', { delay: 50 });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.title === 'Desk, answered', BY_CLOCK); // in front: tabs behind are slowed down
  expect((await oneOutput(firefox, page.url())).evidence).toContain('learned:arrival');
  await visit(`${site}/past`);
  await expect.poll(() => texts(`${site}/past`)).toEqual(ANSWERS);
  await options.bringToFront();
  await shows(options, 'Learned from how answers arrive');
});

test('the entries are in the context menu', async () => {
  const options = await firefox.open('options.html');
  const known = () =>
    options.evaluate(async () => {
      interface Menus {
        contextMenus: { update(id: string, changes: object): Promise<void> };
      }
      const { browser } = globalThis as unknown as { browser: Menus };
      // Changing nothing of an entry is refused where there is none.
      const there = (id: string) =>
        browser.contextMenus.update(id, {}).then(
          () => id,
          () => undefined,
        );
      return Promise.all(['flag', 'flagAnswer', 'is', 'isNot', 'other'].map(there));
    });
  await expect.poll(async () => (await known()).filter(Boolean)).toEqual(['flag', 'flagAnswer', 'is', 'isNot']);
});

test('taught by pointing, on a page where nothing moves', async () => {
  const url = `${server.url}/static`;
  const page = await visit(url);
  const panel = await firefox.open('sidepanel.html');
  const tabId = await panel.evaluate(async (address) => {
    const { browser } = globalThis as unknown as {
      browser: { tabs: { query(of: object): Promise<{ id: number }[]> } };
    };
    const tabs = (await browser.tabs.query({})) as { id: number; url?: string }[];
    return tabs.find((tab) => tab.url === address)?.id;
  }, url);
  await panel.close();
  const beside = await firefox.open(`sidepanel.html?tabId=${tabId}`);
  await press(beside, 'button', 'Point at AI text');
  await page.bringToFront();
  await deepWait(page, '[data-action="pick"]');
  await page.hover('.thread > div:last-child .said');
  await page.click('.thread > div:last-child .said');
  await deepWait(page, '[data-action="unteach"]');
  await expect.poll(() => texts(url)).toEqual(ANSWERS);
  await deepClick(page, '[data-action="unteach"]');
  await expect.poll(() => texts(url)).toEqual([]);
});
