/** What a page in Firefox learns of our badges and cards, and where the keyboard goes. */
import { expect, test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepBoxes, deepClick, deepEvaluate, deepText, deepWait } from '../harness/firefox/firefox-deep.ts';
import { badge } from '../harness/flows.ts';
import { overheard, spyingPage, touched } from '../harness/pages/hostile-page.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let firefox: ExtensionFirefox;
let server: TestServer;

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  server = await startServer();
  firefox = await launchFirefox();
});
test.afterAll(async () => {
  await firefox.close();
  await server.close();
});

async function open(path: string): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.goto(server.page(path, spyingPage(path)));
  await page.bringToFront();
  await deepWait(page, 'button[data-status]');
  return page;
}

const WORDS = ['Not reviewed', 'Reported', 'Somebody reported', 'report', 'Critical', 'Undo', 'Edit', 'Check code'];

test('no word of a badge or a card can be found or selected by the page, and sizes say nothing', async () => {
  const page = await open('/firefox-find');
  const spied = page as unknown as Parameters<typeof overheard>[0];
  const badges = await touched(spied);
  expect((await overheard(spied, ['Quokka', ...WORDS])).found).toEqual(['Quokka']);
  await deepClick(page, badge('unreviewed'));
  await deepClick(page, '[data-action="more"]');
  await deepClick(page, '[data-category="security"]');
  await deepClick(page, '[data-severity="critical"]');
  await deepWait(page, '.sent');
  const after = await overheard(spied, ['Quokka', ...WORDS]);
  expect(after.found).toEqual(['Quokka']);
  for (const word of WORDS) expect(after.read.toLowerCase()).not.toContain(word.toLowerCase());
  await expect.poll(() => deepText(page, badge('reported'))).toBe('Reported');
  await deepClick(page, '[data-action="close"]');
  await expect.poll(() => touched(spied)).toEqual(badges);
  await page.close();
});

test('a badge that has the focus opens its card when it is reached, not when its tab comes back', async () => {
  const page = await open('/firefox-tabs');
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
  // A key pressed before makes it a focus by keyboard. A window that has just come to the front may not take the key yet.
  const reached = async () => {
    const cards = (await deepBoxes(page, '.card')).length;
    if (cards > 0) return cards;
    await page.keyboard.press('Shift');
    await deepEvaluate(page, badge('unreviewed'), '(it.blur(), it.focus(), true)');
    return 0;
  };
  await expect.poll(reached, { intervals: [3_000] }).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await deepBoxes(page, '.card')).length).toBe(0);
  const other = await firefox.browser.newPage();
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false);
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect((await deepBoxes(page, '.card')).length).toBe(0);
  await other.close();
  await page.close();
});
