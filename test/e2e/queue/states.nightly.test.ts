/**
 * The lead's desk in each of its states: axe finds nothing serious, in both themes and languages, 320 pixels wide and at 200 %, and
 * nothing has to be scrolled sideways. By keys and marks, never by words: both languages go through the same. What takes a team is
 * looked at where a team is (`calibration`).
 */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { installationSource } from '../../../lib/domain/ids.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { brokenFigures, brokenQueue, held, type Look, looking, zoomed } from './looking.ts';
import { numbered, seedQueue } from './seeded.ts';

const NARROW = { width: 320, height: 900 };
const WIDE = { width: 1_280, height: 900 };
const QUEUE = 2;

const pressed = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const items = (panel: Page) => panel.locator('li[data-output-hash]');
const isClosed = (panel: Page) => expect(panel.getByRole('dialog')).toHaveCount(0);

/** A year of reports, most of which somebody has answered; one that forty people reported; and one's own, which was declined. */
async function year(panel: Page) {
  const own = await panel.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<object> } } };
    };
    return Object.values(await chrome.storage.local.get('installationId'))[0] as string;
  });
  const forty = Array.from({ length: 40 }, (_, n) => ({ comment: `Comment ${n}.`, severity: 'critical' as const }));
  return [
    { text: 'An answer that many saw.', reports: forty, monthsAgo: 13 },
    {
      text: 'One’s own.',
      reports: [{ by: installationSource(own), comment: 'It is 14 days.' }],
      verdict: 'approve' as const,
    },
    ...Array.from({ length: 48 }, (_, n) => ({
      ...{ ...numbered(n), monthsAgo: Math.floor(n / 4) },
      ...(n % 4 === 0 ? {} : { verdict: n % 3 === 0 ? ('block' as const) : ('approve' as const) }),
    })),
  ];
}

async function emptyPanel(browser: ExtensionBrowser, look: (page: Page) => Look): Promise<Page> {
  const panel = await browser.open('sidepanel.html');
  await panel.setViewportSize(NARROW);
  await panel.getByRole('tab').nth(QUEUE).click();
  await panel.getByRole('tabpanel').getByRole('heading', { level: 2 }).waitFor();
  await look(panel)('empty');
  await seedQueue(panel, await year(panel));
  await items(panel).getByRole('button').first().waitFor();
  return panel;
}

async function list(panel: Page, look: Look): Promise<void> {
  await look('queue');
  const filter = panel.getByRole('search').locator('[aria-expanded]');
  await filter.click();
  await look('filter');
  await panel.getByRole('searchbox').fill('nothing-that-there-is');
  await expect(items(panel)).toHaveCount(0);
  await look('nothing-fits');
  await panel.getByRole('searchbox').fill('');
  await filter.click();
  await expect(items(panel).first()).toBeVisible();
  await panel.getByRole('tab').nth(QUEUE).focus();
  await pressed(panel, '?');
  await panel.getByRole('dialog').waitFor();
  await look('keys');
  await panel.getByRole('dialog').locator('[aria-pressed]').click();
  await look('keys-changing');
  await pressed(panel, 'Escape');
  await isClosed(panel);
  await pressed(panel, 'Control+k');
  await panel.getByRole('combobox').waitFor();
  await look('palette');
  await pressed(panel, 'Escape');
  await isClosed(panel);
}

async function item(panel: Page, look: Look): Promise<void> {
  await items(panel).getByRole('button').first().click();
  await panel.locator('[name="verdict"]').first().waitFor();
  await look('thread');
  await pressed(panel, '3');
  await panel.locator('[name="correctedText"]').fill('Something else entirely.');
  await look('corrected');
  await panel.getByRole('tab').nth(QUEUE).focus();
  for (const [key, where] of [
    ['d', 'put-off'],
    ['s', 'same-as'],
  ] as const) {
    await pressed(panel, key);
    await panel.getByRole('dialog').waitFor();
    await look(where);
    await pressed(panel, 'Escape');
    await isClosed(panel);
  }
}

/** Decides on what is open; its key leads to the choice, and Enter there records it. */
async function decided(panel: Page, look: Look): Promise<void> {
  await pressed(panel, '1');
  await expect(panel.locator('[name="verdict"][value="approve"]')).toBeFocused();
  await pressed(panel, 'Enter');
  await panel.locator('[aria-keyshortcuts="U"], [aria-keyshortcuts="u"]').waitFor();
  await panel.locator('[name="verdict"]').first().waitFor();
  await look('undo');
  await pressed(panel, 'Escape');
  await items(panel).first().waitFor();
  await pressed(panel, 'm');
  await panel.locator('[data-decision-id]').first().waitFor();
  await look('my-decisions');
  await pressed(panel, 'Escape');
  await expect(panel.locator('[data-decision-id]')).toHaveCount(0);
}

/** Many at once: what it is on, how far it is, what became of each. */
async function many(panel: Page, look: Look): Promise<void> {
  const dialog = panel.getByRole('dialog');
  await panel.locator('button:has(svg.lucide-list-checks)').click();
  await dialog.waitFor();
  await dialog.locator('label').first().click();
  await look('bulk-preview');
  const release = await held(panel, 'decision.make');
  await dialog.getByRole('button').last().click();
  await dialog.getByRole('progressbar').waitFor();
  await look('bulk-progress');
  await release();
  await panel.locator('[data-bulk="decided"]').first().waitFor();
  await look('bulk-outcome');
  await pressed(panel, 'Escape');
  await isClosed(panel);
}

async function others(panel: Page, look: Look): Promise<void> {
  await panel.getByRole('tab').nth(1).click();
  await panel.locator('article details').first().locator('summary').click();
  await panel.locator('article details[open] textarea').waitFor();
  await look('dispute');
  await panel.getByRole('tab').last().click();
  await panel.locator('[data-event-key]').first().waitFor();
  await look('log');
}

/** The figures of few, with a chart whose limits are computed anew, said, marked and taken back. */
async function figures(page: Page, look: Look): Promise<void> {
  await page.locator('[data-metric]').first().waitFor();
  for (const shown of await page.locator('details').all()) await shown.evaluate((of) => of.setAttribute('open', ''));
  await look('figures');
  const rebase = page.locator('[data-rebase]').first();
  await rebase.locator('textarea').fill('A new prompt.');
  await rebase.locator('button[type="submit"]').click();
  await expect(rebase.getByRole('listitem')).toContainText('A new prompt.');
  await expect(page.getByRole('figure').filter({ hasText: 'A new prompt.' }).first()).toBeVisible();
  await look('figures-rebased');
}

/** While nothing has come yet, and where it cannot. */
async function unready(browser: ExtensionBrowser, look: (page: Page) => Look): Promise<void> {
  for (const [address, breaking] of [
    ['sidepanel.html', brokenQueue],
    ['figures.html', brokenFigures],
  ] as const)
    for (const how of ['hang', 'fail'] as const) {
      const page = await browser.context.newPage();
      await page.setViewportSize(NARROW);
      await page.addInitScript(breaking, how);
      await page.goto(browser.urlOf(address));
      if (address === 'sidepanel.html') await page.getByRole('tab').nth(QUEUE).click();
      await page
        .locator(how === 'hang' ? 'svg.lucide-loader-circle' : '[role="alert"]')
        .first()
        .waitFor();
      await look(page)(`${address === 'sidepanel.html' ? 'queue' : 'figures'}-${how === 'hang' ? 'loading' : 'error'}`);
      await page.close();
    }
}

for (const locale of ['en', 'it'])
  test(`each state of the desk, ${locale}`, async () => {
    const browser = await launchChromium({ locale });
    const look = (page: Page) => looking(page, locale);
    const panel = await emptyPanel(browser, look);
    await list(panel, look(panel));
    await item(panel, look(panel));
    await decided(panel, look(panel));
    await others(panel, look(panel));
    await unready(browser, look);
    const page = await browser.open('figures.html');
    await page.setViewportSize(NARROW);
    await figures(page, look(page));
    await panel.getByRole('tab').nth(QUEUE).click();
    await many(panel, look(panel));
    // As a tab of its own: the list beside the item; and at 200 %, where half of the window is left.
    await panel.setViewportSize(WIDE);
    await panel.getByRole('tab').nth(QUEUE).click();
    for (const each of [panel, page]) {
      await each.setViewportSize(WIDE);
      await look(each)(each === panel ? 'panel-wide' : 'figures-wide');
      await zoomed(each, 2);
      await look(each)(each === panel ? 'panel-at-200' : 'figures-at-200');
    }
    await browser.close();
  });
