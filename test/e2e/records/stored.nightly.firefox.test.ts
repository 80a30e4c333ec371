/** What is kept in a real Firefox: the record of an output, out as a file, in elsewhere, erased. */
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { BY_CLOCK, type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepClick, deepWait } from '../harness/firefox/firefox-deep.ts';
import { oneOutput, press, shows } from '../harness/firefox/firefox-flows.ts';
import { badge } from '../harness/flows.ts';
import { CHAT, OFFER } from '../harness/pages/reuse-pages.ts';
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

/** The number beside a name in the options' list of what is kept. */
const count = (options: Page, name: string): Promise<string | undefined> =>
  options.evaluate(
    (words) =>
      [...document.querySelectorAll('#stored dt')]
        .find((term) => term.textContent?.includes(words))
        ?.nextElementSibling?.textContent?.trim(),
    name,
  );

/** What is saved, as text: Puppeteer hands out no downloads of Firefox. */
async function exported(options: Page): Promise<string> {
  await options.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => Object.assign(globalThis, { exportedText: text }));
      return make(blob);
    };
  });
  await press(options, 'button', 'Export everything');
  const text = await options.waitForFunction(() => (globalThis as { exportedText?: string }).exportedText, BY_CLOCK);
  return text.jsonValue() as Promise<string>;
}

test('an output is recorded, read, exported, taken in elsewhere, and erased', async () => {
  const chat = await firefox.browser.newPage();
  await chat.goto(server.page('/chat', CHAT));
  await oneOutput(firefox, chat.url());
  await chat.bringToFront();
  await deepClick(chat, badge('unreviewed'));
  await deepClick(chat, '[data-category="factual"]');
  await deepClick(chat, '[data-severity="major"]');
  await deepWait(chat, badge('reported'));

  const panel = await firefox.open('sidepanel.html');
  await press(panel, '[role="tab"]:nth-of-type(3)');
  await panel.waitForSelector('[data-output-hash]');
  const hash = await panel.$eval('[data-output-hash]', (item) => item.getAttribute('data-output-hash') ?? '');
  const record = await firefox.open(`record.html?output=${encodeURIComponent(hash)}`);
  for (const words of ['Record of an AI answer', OFFER.slice(0, 40), 'Wrong or invented fact', 'ChatGPT'])
    await shows(record, words);

  const options = await firefox.open('options.html');
  await expect.poll(() => count(options, 'Reports')).toBe('1');
  const lines = await exported(options);
  expect(lines).toContain(OFFER.slice(0, 40));

  const path = test.info().outputPath('all.jsonl');
  await writeFile(path, lines);
  const other = await launchFirefox();
  const there = await other.open('options.html');
  const field = await there.waitForSelector('#stored input[type="file"]');
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  await expect.poll(() => count(there, 'Reports')).toBe('1');
  await other.close();

  await options.bringToFront();
  await press(options, '#stored label', 'Everything here');
  await press(options, '#stored button', 'Erase …');
  await press(options, '[role="alertdialog"] button', 'Erase …');
  await shows(options, 'Everything in this browser was erased.');
  await expect.poll(() => count(options, 'Items')).toBe('0');
});
