/** What people do at a gate, in Firefox. */
import type { Page } from 'puppeteer-core';
import { expect } from '../expect.ts';
import { deepTexts, deepWait } from './firefox-deep.ts';

export const BOX = '.gate:not([hidden])';

export async function keys(page: Page, letter: 'c' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(letter);
  await page.keyboard.up('Control');
}

/** Takes a paragraph as people do: three presses on it, which take the keyboard out of a field too, and the key. */
export async function copy(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.click(selector, { count: 3 });
  await keys(page, 'c');
}

/** What a paste puts into the page's field: what is on the clipboard. */
export async function clipboard(page: Page): Promise<string> {
  await page.$eval('#field', (element) => {
    (element as HTMLTextAreaElement).value = '';
  });
  await page.click('#field');
  await keys(page, 'v');
  return page.$eval('#field', (element) => (element as HTMLTextAreaElement).value);
}

/** Puts the gate's box away, if there is one: it stands over what is pressed next. */
export const closed = (page: Page): Promise<void> =>
  expect(async () => {
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await deepTexts(page, BOX)).length, { timeout: 1_000 }).toBe(0);
  }).toPass();

/** Waits for the gate's box, and puts it away. */
export async function away(page: Page): Promise<void> {
  await deepWait(page, BOX);
  await closed(page);
}
