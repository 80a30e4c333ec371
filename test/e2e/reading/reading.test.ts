/** What is read of an answer is what a person sees of it: small answers, by kind. */
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { normaliseText } from '../../../lib/domain/output/text.ts';
import { READING } from '../../pages/reading/cases.ts';
import { readerScript } from '../../pages/reading/script.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';

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

test('what stands in thousands of elements in each other is read, however deep', async () => {
  const { text } = await read(`${'<div>'.repeat(400)}Deep.${'</div>'.repeat(400)}<p>Below.</p>`);
  expect(text).toBe('Deep.\nBelow.');
  const deeper = await page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    let inner: Element = main;
    main.replaceChildren();
    for (let depth = 0; depth < 5_000; depth++) inner = inner.appendChild(document.createElement('div'));
    inner.textContent = 'Deepest.';
    return window.countersignReading.read(main);
  });
  expect(deeper).toBe('Deepest.');
});
