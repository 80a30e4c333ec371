/** What is read of an answer is what a person sees of it: small answers, by kind. */
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { normaliseText } from '../../lib/domain/output/text.ts';
import { READING } from '../pages/reading/cases.ts';
import { readerScript } from '../pages/reading/script.ts';
import { type ExtensionBrowser, launchChromium } from './harness/chromium.ts';

let browser: ExtensionBrowser;
let page: Page;
test.beforeAll(async () => {
  browser = await launchChromium({ bare: true });
  page = await browser.context.newPage();
  await page.setContent('<!doctype html><main></main>');
  await page.addScriptTag({ content: await readerScript() });
});
test.afterAll(async () => browser.close());

const read = (html: string) =>
  page.evaluate((answer) => {
    const main = document.querySelector('main') as HTMLElement;
    main.innerHTML = answer;
    const { read: reading, raw } = window.countersignReading;
    return { text: reading(main), raw: raw(main) };
  }, html);

for (const { kind, name, html, want } of READING)
  test(`${kind}: ${name}`, async () => {
    const { text, raw } = await read(html);
    expect(text).toBe(want);
    // Passages are found in the raw text, and are of the canonical one.
    expect(normaliseText(raw)).toBe(normaliseText(want));
  });
