/** The browser's own shortcut for "flag", and the whole of a report without the mouse. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { giveTimeToUndo } from '../harness/chromium.ts';
import { deepCount, deepEvaluate, deepGone, deepText, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { composeFrame, panelFor } from '../harness/flows.ts';
import { wakeWorker } from '../harness/outputs.ts';
import { caretAt, selectParagraph } from '../harness/select.ts';
import { stage } from '../harness/stage.ts';

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
  await expect.poll(() => deepText(page, '[data-passage]')).toContain('Sed do');
  await page.close();
});

/** Seconds for a key by a skilled typist, and for getting ready in mind for a step (Card, Moran & Newell 1980, KLM). */
const KEY_S = 0.2;
const MIND_S = 1.35;
/** The keys of a report with two passages and a correction take a person less than this. */
const LONGEST_S = 10;

test('two passages and a correction, without the mouse: few keys, little waiting', async () => {
  await giveTimeToUndo(here.browser);
  const page = await here.spying('/keys');
  await page.bringToFront();
  let keys = 0;
  let waitedMs = 0;
  const press = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
    keys += pressed.reduce((sum, key) => sum + key.split('+').length, 0);
  };
  const shown = async (ready: () => Promise<unknown>) => {
    const started = performance.now();
    await ready();
    waitedMs += performance.now() - started;
  };
  const flag = async (passages: number) => {
    await command(page);
    keys += 3; // Alt, Shift and a letter
    await shown(() => expect.poll(() => deepCount(page, '[data-passage]'), { intervals: [20] }).toBe(passages));
    await shown(() => focusIsOn(page, '[data-category]'));
  };
  await caretAt(page, 0);
  await press('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
  await flag(1);
  await caretAt(page, 1);
  await press('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight');
  await flag(2);
  await press('ArrowRight', 'Enter');
  await press('Tab', 'Tab', 'ArrowRight', 'ArrowRight', 'Enter');
  await shown(() => focusIsOn(page, '.sent [data-action="undo"]'));
  await press('Tab', 'Tab', 'Enter');
  const frame = await composeFrame(page);
  await shown(() => expect(frame.locator('textarea')).toBeFocused());
  await press('Control+Home', 'Control+Shift+ArrowRight', ...'Numbats');
  await expect(frame.locator('ins')).toContainText('Numbats');
  await press('Control+Enter');
  await shown(() => deepWait(page, '.sent'));
  // Two stretches of text, a category, a severity, and what it should read.
  const seconds = keys * KEY_S + waitedMs / 1_000;
  console.log(
    `  ${keys} keys and ${Math.round(waitedMs)} ms of waiting: ${seconds.toFixed(1)} s; with five times thinking first ${(seconds + 5 * MIND_S).toFixed(1)} s`,
  );
  await page.keyboard.press('Escape');
  await deepGone(page, '.card');
  const mine = await panelFor(here.browser, page, 'My reports');
  const report = mine.locator('[data-report-id]').first();
  for (const words of ['Quokka', 'Sed do', 'Your correction']) await expect(report).toContainText(words);
  expect(keys * KEY_S, `${keys} keys`).toBeLessThan(LONGEST_S);
  await Promise.all([mine.close(), page.close()]);
});

/** Waits until an element of ours that matches has the focus. */
const focusIsOn = (page: Page, selector: string): Promise<void> =>
  expect
    .poll(async () => (await deepEvaluate<boolean>(page, selector, 'this.matches(":focus")')).includes(true), {
      message: `${selector} has the focus`,
      intervals: [20],
    })
    .toBe(true);

/** Presses the browser's own shortcut: no key event of a page reaches it, so the worker is told as the browser tells it. */
async function command(page: Page): Promise<void> {
  const worker = await wakeWorker(here.browser);
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
