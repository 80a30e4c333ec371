/** A gate before the answers of a tool, in a real Firefox: held by key and by the tool's button; all else goes as ever. */
import { test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { expect } from '../harness/expect.ts';
import { type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepText, deepWait } from '../harness/firefox/firefox-deep.ts';
import { oneOutput, press, shows } from '../harness/firefox/firefox-flows.ts';
import { badge } from '../harness/flows.ts';
import { FAQ, GATED, policyWith } from '../harness/pages/gated.ts';
import { OFFER } from '../harness/pages/reuse-pages.ts';
import { startServer, type TestServer } from '../harness/server.ts';

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

const BOX = '.gate:not([hidden])';

async function keys(page: Page, letter: 'c' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(letter);
  await page.keyboard.up('Control');
}

async function copy(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((at) => getSelection()?.selectAllChildren(document.querySelector(at) as Node), selector);
  await keys(page, 'c');
}

async function clipboard(page: Page): Promise<string> {
  await page.$eval('#field', (element) => {
    (element as HTMLTextAreaElement).value = '';
  });
  await page.click('#field');
  await keys(page, 'v');
  return page.$eval('#field', (element) => (element as HTMLTextAreaElement).value);
}

test('an answer that nobody approved is held, and the clipboard keeps what it had', async () => {
  const options = await firefox.open('options.html#reading');
  await options.type('#tools textarea', policyWith(FAQ));
  await press(options, '#tools button', 'Load');
  await shows(options, 'version spring');
  await options.close();

  const page = await firefox.browser.newPage();
  await page.goto(server.page('/gated/chat', GATED));
  await oneOutput(firefox, page.url());
  await page.bringToFront();
  await deepWait(page, badge('unreviewed'));
  const mayWrite = () =>
    page.evaluate(
      (text) => dispatchEvent(new CustomEvent('countersign:write', { detail: text, cancelable: true })),
      OFFER,
    );
  await expect.poll(mayWrite).toBe(false);
  await copy(page, '#note');
  const note = 'Our meeting with the new supplier was moved to Thursday at ten.';
  expect(await clipboard(page)).toBe(note);

  await copy(page, '#answer');
  await deepWait(page, BOX);
  expect(await deepText(page, BOX)).toContain('Held for review');
  await page.keyboard.press('Escape');
  expect(await clipboard(page)).toBe(note);

  await page.click('button.plain');
  await deepWait(page, BOX);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate('wrote.join()')).toBe('NotAllowedError');
  expect(await clipboard(page)).toBe(note);
  await page.close();
});
