/** What is said once takes its room: no control and no error lies under it, at any size. */
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { closeCard, flag, outputsOf, panelFor } from '../harness/flows.ts';
import { TABLE_CHAT } from '../harness/pages/table-page.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
let browser: ExtensionBrowser;
test.beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
  server.page('/chat', TABLE_CHAT);
});
test.afterAll(async () => {
  await browser.close();
  await server.close();
});

/** The panel as it is, narrow and high; the last is the second at 200 %. */
const SIZES = [
  { width: 320, height: 600 },
  { width: 400, height: 700 },
  { width: 200, height: 350 },
];

/** Runs in the page once something is said after `last`: what is covered then, of controls and errors that are in sight. */
function covered(last: number): { turn: number; found: string[] } | undefined {
  const turn = Number(document.querySelector<HTMLElement>('[data-toast]')?.dataset.toast ?? 0);
  if (turn <= last || document.querySelector('[role="dialog"]')) return undefined;
  const wanted = 'button, a[href], input, select, textarea, summary, [role="tab"], [role="alert"]';
  const seen = [...document.querySelectorAll<HTMLElement>(wanted)].filter((control) => control.checkVisibility());
  const found = seen.flatMap((control) => {
    control.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = control.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + Math.min(height / 2, 12)];
    if (width < 2 || height < 2 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return [];
    const hit = document.elementFromPoint(x, y);
    const isFree = hit && (control.contains(hit) || hit.contains(control) || hit.closest('label')?.contains(control));
    return isFree && !hit.closest('[data-toast]') ? [] : [control.outerHTML.slice(0, 120)];
  });
  return { turn, found };
}

/**
 * Looks whenever the page changes, in the page: what is said is gone after some seconds, in which a busy machine may not get to
 * ask from outside.
 */
const lookFor = (page: Page, last: number): Promise<NonNullable<ReturnType<typeof covered>>> =>
  page.evaluate(`new Promise((resolve) => {
    const covered = ${covered};
    const look = () => {
      const seen = covered(${last});
      if (!seen) return;
      changes.disconnect();
      resolve(seen);
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  })`);

/** Does what makes the page say something, and looks in the moment in which it is said; gives its turn. */
async function nothingCovered(page: Page, last: number, say: () => Promise<void>): Promise<number> {
  const look = lookFor(page, last);
  await say();
  const { turn, found } = await look;
  expect(found).toEqual([]);
  return turn;
}

test('in the panel and on the options page nothing lies under what is said', async () => {
  const chat = await browser.context.newPage();
  await chat.goto(`${server.url}/chat`);
  await outputsOf(browser, chat, 1);
  await flag(chat, 'factual', 'major');
  await closeCard(chat);
  const panel = await panelFor(browser, chat, 'This page');
  const options = await browser.open('options.html');
  let [inPanel, inOptions] = [0, 0];
  for (const size of SIZES) {
    await panel.bringToFront();
    await panel.setViewportSize(size);
    await panel.getByRole('tab', { name: 'Queue' }).click();
    await panel.locator('[data-output-hash] button').first().click();
    await panel.getByRole('button', { name: 'Record decision' }).click();
    inPanel = await nothingCovered(panel, inPanel, async () => {
      await panel.getByRole('radio', { name: 'Block', exact: true }).check();
      await panel.getByRole('button', { name: 'Back to the queue' }).click();
      await panel.getByRole('tab', { name: 'My reports' }).click();
      await panel.getByRole('button', { name: 'Edit', exact: true }).click();
      await panel
        .getByRole('dialog')
        .getByLabel(/^Comment/)
        .fill(`Said at ${size.width}`);
      await panel.getByRole('button', { name: 'Save' }).click();
    });
    // Undo is where the keyboard gets to.
    await panel.getByRole('button', { name: 'Undo' }).focus();
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    await options.bringToFront();
    await options.setViewportSize(size);
    inOptions = await nothingCovered(options, inOptions, async () => {
      await options.getByRole('button', { name: 'Show the diagnosis' }).click();
      await options.getByRole('button', { name: 'Copy', exact: true }).click();
    });
  }
});
