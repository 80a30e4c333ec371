/** A flagged passage is shown again in its page, in a real Firefox. */
import { expect, test } from 'playwright/test';
import type { Page } from 'puppeteer-core';
import { type ExtensionFirefox, launchFirefox } from '../harness/firefox/firefox.ts';
import { deepClick, deepWait } from '../harness/firefox/firefox-deep.ts';
import { oneOutput, press } from '../harness/firefox/firefox-flows.ts';
import { badge } from '../harness/flows.ts';
import { chat, REFUND, selectWords } from '../harness/pages/passage-page.ts';
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

const marked = (page: Page): Promise<string> =>
  page.evaluate(() => [...(CSS.highlights.get('countersign-major') ?? [])].map(String).join(''));

const becomes = (panel: Page, state: string) => panel.waitForSelector(`[data-passage-state="${state}"]`);

test('a passage is flagged, marked from the panel, and followed while the page changes', async () => {
  const page = await firefox.browser.newPage();
  await page.goto(server.page('/c/44444444-4444-4444-8444-444444444444', chat('m-firefox')));
  await oneOutput(firefox, page.url());
  await page.bringToFront();
  await page.evaluate(selectWords, REFUND);
  await deepClick(page, badge('unreviewed'));
  await deepClick(page, '[data-category="outdated"]');
  await deepClick(page, '[data-severity="major"]');
  await deepWait(page, badge('reported'));

  const panel = await firefox.open('sidepanel.html');
  await press(panel, '[role="tab"]', 'My reports');
  await press(panel, 'button', 'Show in the page');
  await becomes(panel, 'exact');
  await expect.poll(() => marked(page)).toBe(REFUND);

  await page.bringToFront();
  const changed = REFUND.replace('five to ten', 'three to five');
  await page.evaluate(
    (from, to) => {
      const paragraph = document.querySelector('.markdown p');
      if (paragraph) paragraph.textContent = paragraph.textContent.replace(from, to);
    },
    REFUND,
    changed,
  );
  await panel.bringToFront();
  await becomes(panel, 'changed');
  await expect.poll(() => marked(page)).toBe(changed);
  await Promise.all([page.close(), panel.close()]);
});

test('words that are selected with the mouse can be flagged where they stand', async () => {
  const page = await firefox.browser.newPage();
  await page.goto(server.page('/c/55555555-5555-4555-8555-555555555555', chat('m-selected')));
  await deepWait(page, badge('unreviewed'));
  await page.bringToFront();
  const words = await page.waitForSelector('.markdown p');
  const box = await words?.boundingBox();
  if (!box) throw new Error('the answer is not drawn');
  await page.mouse.move(box.x + 2, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 8, { steps: 4 });
  await page.mouse.up();
  await deepWait(page, 'button.flagBar');
  expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
  await deepClick(page, 'button.flagBar');
  await deepWait(page, '[data-passage]');
  await page.close();
});
