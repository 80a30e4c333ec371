/** The verdict follows the text, in a real Firefox: copied from an answer, pasted into another page, said there. */
import { expect, test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepClick, deepText, deepWait } from '../harness/firefox/firefox-deep.ts';
import { oneOutput, scriptArrives } from '../harness/firefox/firefox-flows.ts';
import { badge } from '../harness/flows.ts';
import { CHAT, CRM, NOTE, OFFER } from '../harness/pages/reuse-pages.ts';
import { startServer, type TestServer } from '../harness/server.ts';

const KNOWN = '.notice[data-known]';
let server: TestServer;
let firefox: ExtensionFirefox;
test.beforeAll(async () => {
  server = await startServer();
  firefox = await launchFirefox();
});
test.afterAll(async () => {
  await firefox.close();
  await server.close();
});

async function keys(page: Page, letter: string): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(letter as 'c');
  await page.keyboard.up('Control');
}

async function copy(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((at) => getSelection()?.selectAllChildren(document.querySelector(at) as Node), selector);
  await keys(page, 'c');
}

test('a reported answer is recognised where it is pasted, and nothing else is', async () => {
  const chat = await firefox.browser.newPage();
  await chat.goto(server.page('/chat', CHAT));
  await oneOutput(firefox, chat.url());
  await chat.bringToFront();
  await deepClick(chat, badge('unreviewed'));
  await deepClick(chat, '[data-category="factual"]');
  await deepClick(chat, '[data-severity="major"]');
  await deepWait(chat, badge('reported'));

  await copy(chat, '#note');
  const crm = await firefox.browser.newPage();
  await crm.goto(server.page('/crm', CRM));
  await scriptArrives(await firefox.own(), crm.url(), 'teachable');
  const field = () => crm.$eval('#plain', (element) => (element as HTMLTextAreaElement).value);
  await crm.click('#plain');
  await keys(crm, 'v');
  await deepWait(crm, '.notice[data-up]');
  expect(await field()).toBe(NOTE);

  await copy(chat, '#answer');
  await crm.bringToFront();
  await crm.click('#plain');
  await keys(crm, 'a');
  await keys(crm, 'v');
  await deepWait(crm, KNOWN);
  expect(await field()).toBe(OFFER);
  await expect.poll(() => deepText(crm, KNOWN)).toContain('AI text from ChatGPT');
  await expect.poll(() => deepText(crm, KNOWN)).toContain('Wrong or invented fact');
  await Promise.all([chat.close(), crm.close()]);
});
