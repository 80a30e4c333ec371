/**
 * The lead's desk in each of its states: axe finds nothing serious, in both themes and languages, 320 pixels wide and at 200 %, and
 * nothing has to be scrolled sideways. By keys and marks, never by words: both languages go through the same.
 */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { nothingSerious } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { numbered, seedQueue } from './seeded.ts';

const NARROW = { width: 320, height: 900 };
/** A window of so many pixels at 200 % has half of them for a page. */
const ZOOM = 2;
const WIDE = { width: 1_280, height: 900 };

/** With COUNTERSIGN_PICTURES=folder each state is kept as a picture, to be looked at. */
const PICTURES = process.env.COUNTERSIGN_PICTURES;

type Look = (where: string) => Promise<void>;

/** All rules in the light theme; the dark one may be too near to its ground besides. */
const looking =
  (page: Page, locale: string): Look =>
  (where) =>
    test.step(where, async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
        await nothingSerious(page, colorScheme === 'light' ? undefined : ['color-contrast']);
        if (PICTURES) await page.screenshot({ path: `${PICTURES}/${locale}-${where}-${colorScheme}.png` });
      }
      await fits(page, where);
    });

async function fits(page: Page, where: string): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond, `${where} is as wide as its window`).toBeLessThanOrEqual(0);
}

const pressed = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** A year of reports, most of which somebody has answered. */
const year = () =>
  Array.from({ length: 48 }, (_, n) => ({
    ...{ ...numbered(n), monthsAgo: Math.floor(n / 4) },
    ...(n % 4 === 0 ? {} : { verdict: n % 3 === 0 ? ('block' as const) : ('approve' as const) }),
  }));

async function filledPanel(browser: ExtensionBrowser): Promise<Page> {
  const panel = await browser.open('sidepanel.html');
  await panel.setViewportSize(NARROW);
  await panel.getByRole('tab').nth(2).click();
  await seedQueue(panel, year());
  await panel.locator('li[data-output-hash] button').first().waitFor();
  return panel;
}

async function list(panel: Page, look: Look): Promise<void> {
  await look('queue');
  await panel.getByRole('search').getByRole('button', { expanded: false }).first().click();
  await look('filter');
  await panel.getByRole('searchbox').fill('nothing-that-there-is');
  await expect(panel.locator('li[data-output-hash]')).toHaveCount(0);
  await look('nothing-fits');
  await panel.getByRole('searchbox').fill('');
  await panel.getByRole('search').getByRole('button', { expanded: true }).first().click();
  await expect(panel.locator('li[data-output-hash]').first()).toBeVisible();
  await pressed(panel, '?');
  await panel.getByRole('dialog').waitFor();
  await look('keys');
  await panel.getByRole('dialog').locator('[aria-pressed]').click();
  await look('keys-changing');
  await pressed(panel, 'Escape');
  await expect(panel.getByRole('dialog')).toHaveCount(0);
  await pressed(panel, 'Control+k');
  await panel.getByRole('combobox').waitFor();
  await look('palette');
  await pressed(panel, 'Escape');
  await expect(panel.getByRole('dialog')).toHaveCount(0);
}

async function item(panel: Page, look: Look): Promise<void> {
  await pressed(panel, 'j', 'Enter');
  await panel.locator('[name="verdict"]').first().waitFor();
  await look('item');
  await pressed(panel, '3');
  await panel.locator('[name="correctedText"]').fill('Something else entirely.');
  await look('item-corrected');
  await panel.getByRole('tab').nth(2).focus();
  for (const [key, where] of [
    ['d', 'put-off'],
    ['s', 'same-as'],
    ['h', 'pass-on'],
  ] as const) {
    await pressed(panel, key);
    await look(where);
    await pressed(panel, 'Escape');
    await expect(panel.getByRole('dialog')).toHaveCount(0);
  }
}

async function decided(panel: Page, look: Look): Promise<void> {
  await pressed(panel, '1', 'Enter');
  await expect(panel.locator('[name="correctedText"]')).toHaveCount(0);
  await look('undo');
  await pressed(panel, 'Escape');
  await panel.locator('li[data-output-hash]').first().waitFor();
  await pressed(panel, 'm');
  await panel.locator('[data-decision-id]').first().waitFor();
  await look('my-decisions');
  await pressed(panel, 'Escape');
  await panel.locator('li[data-output-hash]').first().waitFor();
}

async function many(panel: Page, look: Look): Promise<void> {
  await panel.locator('button:has(svg.lucide-list-checks)').click();
  await panel.getByRole('dialog').waitFor();
  await look('bulk');
  await panel.getByRole('dialog').locator('label').first().click();
  await look('bulk-preview');
  await panel.getByRole('dialog').getByRole('button').last().click();
  await panel.locator('[data-bulk="decided"]').first().waitFor();
  await look('bulk-outcome');
  await pressed(panel, 'Escape');
  await expect(panel.getByRole('dialog')).toHaveCount(0);
}

async function log(panel: Page, look: Look): Promise<void> {
  await panel.getByRole('tab').last().click();
  await panel.locator('[data-event-key]').first().waitFor();
  await look('log');
}

/** The figures with a chart whose limits are computed anew, said, marked and taken back. */
async function figures(page: Page, look: Look): Promise<void> {
  await page.locator('[data-metric]').first().waitFor();
  await look('figures');
  for (const shown of await page.locator('details').all()) await shown.evaluate((of) => of.setAttribute('open', ''));
  await look('figures-open');
  const rebase = page.locator('[data-rebase]').first();
  await rebase.locator('textarea').fill('A new prompt.');
  await rebase.locator('button[type="submit"]').click();
  await expect(rebase.getByRole('listitem')).toContainText('A new prompt.');
  await expect(page.getByRole('figure').filter({ hasText: 'A new prompt.' }).first()).toBeVisible();
  await look('figures-rebased');
  await rebase.getByRole('listitem').getByRole('button').click();
  await expect(rebase.getByRole('listitem')).toHaveCount(0);
}

for (const locale of ['en', 'it'])
  test(`each state of the desk, ${locale}`, async () => {
    const browser = await launchChromium({ locale });
    const panel = await filledPanel(browser);
    const look = looking(panel, locale);
    await list(panel, look);
    await item(panel, look);
    await decided(panel, look);
    await many(panel, look);
    await log(panel, look);
    const page = await browser.open('figures.html');
    await page.setViewportSize(NARROW);
    await figures(page, looking(page, locale));
    // As a tab of its own: the list beside the item; and at 200 %, where half of the window is left.
    await panel.setViewportSize(WIDE);
    await panel.getByRole('tab').nth(2).click();
    await panel.locator('li[data-output-hash] button').first().click();
    await look('wide');
    for (const each of [panel, page]) {
      await each.setViewportSize(WIDE);
      await zoomed(each, ZOOM);
      await looking(each, locale)(each === panel ? 'panel-at-200' : 'figures-at-200');
    }
    await browser.close();
  });

/** As the browser's own zoom does. */
async function zoomed(page: Page, by: number): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async (factor) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { getCurrent(): Promise<{ id: number }>; setZoom(id: number, by: number): Promise<void> };
      };
    };
    const tab = await chrome.tabs.getCurrent();
    await chrome.tabs.setZoom(tab.id, factor);
  }, by);
}
