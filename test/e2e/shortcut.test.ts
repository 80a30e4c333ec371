/** The browser's own shortcut for "flag", and the whole of a report without the mouse. */
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { deepCount, deepEvaluate, deepGone, deepText, deepWait } from './harness/deep.ts';
import { composeFrame, panelFor } from './harness/flows.ts';
import { selectByKeys, selectParagraph } from './harness/select.ts';
import { stage } from './harness/stage.ts';

const here = stage();

test('the shortcut opens the card of what is selected, else of the newest answer', async () => {
  const page = await here.spying('/shortcut');
  await page.bringToFront();
  await command(page);
  await deepWait(page, '.card');
  expect(await deepCount(page, '[data-passage]')).toBe(0);
  await page.keyboard.press('Escape');
  await deepGone(page, '.card');
  await selectParagraph(page, 1);
  await command(page);
  await deepWait(page, '[data-passage]');
  expect(await deepText(page, '[data-passage]')).toContain('Sed do');
  await page.close();
});

test('two passages and a correction, without the mouse', async () => {
  const page = await here.spying('/keys');
  await page.bringToFront();
  await selectByKeys(page, 0);
  await command(page);
  await deepWait(page, '[data-passage]');
  await selectByKeys(page, 1);
  await command(page);
  await expect.poll(() => deepCount(page, '[data-passage]')).toBe(2);
  await pressAt(page, '[data-category="factual"]');
  await pressAt(page, '[data-severity="major"]');
  await deepWait(page, '.sent');
  await pressAt(page, '.sent [data-action="correct"]');
  const frame = await composeFrame(page);
  await expect(frame.locator('textarea')).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Corrected: ');
  await expect(frame.locator('ins')).toContainText('Corrected:');
  await page.keyboard.press('Control+Home');
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(frame.getByRole('button', { name: 'Save' })).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press('Enter');
  await deepWait(page, '.sent');
  await page.keyboard.press('Escape');
  await deepGone(page, '.card');
  const mine = await panelFor(here.browser, page, 'My reports');
  const report = mine.locator('[data-report-id]').first();
  for (const words of ['Quokka', 'Sed do', 'Your correction']) await expect(report).toContainText(words);
  await Promise.all([mine.close(), page.close()]);
});

/** Presses Tab until an element of ours has the focus, then Enter. */
async function pressAt(page: Page, selector: string): Promise<void> {
  await deepWait(page, selector);
  const reached = async () => {
    await page.keyboard.press('Tab');
    return (await deepEvaluate<boolean>(page, selector, 'this.matches(":focus")'))[0] === true;
  };
  await expect.poll(reached, { message: `Tab reaches ${selector}`, intervals: [10], timeout: 20_000 }).toBe(true);
  await page.keyboard.press('Enter');
}

/** Presses the browser's own shortcut: no key event of a page reaches it, so the worker is told as the browser tells it. */
async function command(page: Page): Promise<void> {
  const worker = here.browser.context.serviceWorkers()[0] ?? (await here.browser.context.waitForEvent('serviceworker'));
  await worker.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(of: object): Promise<{ url?: string }[]> };
        commands: { onCommand: { dispatch(command: string, tab: object | undefined): void } };
      };
    };
    const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
    chrome.commands.onCommand.dispatch('flag', tab);
  }, page.url());
}
