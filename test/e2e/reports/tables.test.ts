/** A table is a table wherever it is shown, corrected and pasted; what is half typed is kept. */

import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { nothingSerious } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { deepClick, deepText, deepWait } from '../harness/deep.ts';
import { badge, closeCard, flag, outputsOf, panelFor } from '../harness/flows.ts';
import { scriptArrives } from '../harness/outputs.ts';
import { selectWords } from '../harness/pages/passage-page.ts';
import { answering, FIELDS, TABLE_CHAT, TABLED } from '../harness/pages/table-page.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { outputsStored } from '../outputs/stored.ts';

let server: TestServer;
let browser: ExtensionBrowser;

test.beforeEach(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
  server.page('/chat', TABLE_CHAT);
  server.page('/fields', FIELDS);
});
test.afterEach(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${server.url}${path}`);
  await scriptArrives(browser, page, 'teachable');
  return page;
}

/** The answer, flagged for the figure in the last cell of its table. */
async function flagged(): Promise<Page> {
  const chat = await open('/chat');
  await outputsOf(browser, chat, 1);
  await chat.evaluate(selectWords, '300 €');
  await flag(chat, 'factual', 'major');
  await closeCard(chat);
  return chat;
}

/** Opens the first output of the queue, at the width of a narrow panel. */
async function openQueue(chat: Page): Promise<Page> {
  const panel = await panelFor(browser, chat, 'Queue');
  await panel.setViewportSize({ width: 320, height: 700 });
  await panel.locator('[data-output-hash] button').first().click();
  return panel;
}

async function soundAndNarrow(page: Page): Promise<void> {
  await nothingSerious(page);
  // Nothing but the tables is wider than the screen.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

const CORRECTED = TABLED.replace('300 €', '320 €');

test('a figure in a table is marked, corrected in its cell, kept meanwhile, recorded, and pasted as a table', async () => {
  const chat = await flagged();
  let panel = await openQueue(chat);
  const shown = panel.getByRole('table').first();
  await expect(shown.getByRole('row').last().getByRole('cell').last().locator('mark')).toContainText('300 €');
  await expect(panel.locator('mark')).toHaveCount(1);
  await expect(panel.locator('pre').first()).toHaveText('def price(months):\n    return months * 10');
  await panel.getByRole('radio', { name: 'Modify', exact: true }).check();
  await panel.getByLabel('Row 3, column 3').fill('320 €');
  await expect(panel.locator('table ins')).toContainText('320');
  await panel.locator('[name="note"]').fill('Half a n');
  await expect(panel.getByText('Draft kept')).toBeVisible();
  await soundAndNarrow(panel);
  // The panel is closed, and opened again: everything is there.
  await panel.close();
  panel = await openQueue(chat);
  await expect(panel.getByRole('radio', { name: 'Modify', exact: true })).toBeChecked();
  await expect(panel.getByLabel('Row 3, column 3')).toHaveValue('320 €');
  await expect(panel.locator('[name="note"]')).toHaveValue('Half a n');
  await panel.locator('[name="note"]').fill('The price of this year.');
  await panel.getByRole('button', { name: 'Record decision' }).click();
  await deepWait(chat, badge('modified'));
  const decided = async () =>
    (await outputsStored(browser)).flatMap(({ decisions }) => decisions.map(({ content }) => content));
  await expect.poll(decided).toEqual([{ correctedText: CORRECTED, note: 'The price of this year.' }]);
  // The reporter copies what came of it.
  await panel.bringToFront();
  await panel.getByRole('tab', { name: 'My reports' }).click();
  await panel.getByRole('button', { name: 'Copy the corrected text' }).click();
  await expect(panel.getByText('Corrected text copied.').first()).toBeAttached();
  await soundAndNarrow(panel);
  const fields = await open('/fields');
  await fields.locator('#plain').click();
  await fields.keyboard.press('Control+V');
  await expect(fields.locator('#plain')).toHaveValue(CORRECTED);
  // In a page of its own: the notice that comes to the plain field may stand over the next one.
  const letter = await open('/fields?letter');
  await letter.locator('#rich').click();
  await letter.keyboard.press('Control+V');
  await holdsTable(letter, '#rich', '320 €');
  // A page that shows what was pasted is read as the very text that was approved.
  server.page('/again', answering(await letter.locator('#rich').innerHTML()));
  const again = await open('/again');
  const [read] = await outputsOf(browser, again, 1);
  expect(read?.text).toBe(CORRECTED);
});

/** Rich text has the table, the code and the list, and the figure where it belongs. */
async function holdsTable(page: Page, field: string, figure: string): Promise<void> {
  await expect(page.locator(`${field} tbody tr:last-child > :last-child`)).toHaveText(figure);
  await expect(page.locator(`${field} thead tr > *`)).toHaveCount(3);
  await expect(page.locator(`${field} pre`)).toContainText('    return months * 10');
  await expect(page.locator(`${field} ol > li`)).toHaveCount(2);
}

test('the corrected text takes the place of what was pasted into rich text, as a table, and goes again', async () => {
  const chat = await flagged();
  const panel = await openQueue(chat);
  await panel.getByRole('radio', { name: 'Modify', exact: true }).check();
  await panel.getByLabel('Row 3, column 3').fill('320 €');
  await panel.getByRole('button', { name: 'Record decision' }).click();
  await deepWait(chat, badge('modified'));
  await panel.close();
  await chat.bringToFront();
  await chat.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#answer') as Node));
  await chat.keyboard.press('Control+C');
  const fields = await open('/fields');
  await fields.locator('#rich').click();
  await fields.keyboard.press('Control+V');
  await deepWait(fields, '.notice[data-known]');
  const pasted = await fields.locator('#rich').textContent();
  await pressNotice(fields);
  await holdsTable(fields, '#rich', '320 €');
  await expect(fields.locator('#rich table')).toHaveCount(1);
  await pressNotice(fields);
  await holdsTable(fields, '#rich', '300 €');
  await expect.poll(() => fields.locator('#rich').textContent()).toBe(pasted);
});

/** Presses the button of the notice, once it has stood there for so long that the press is meant. */
async function pressNotice(page: Page): Promise<void> {
  const buttons = '.notice[data-known] .buttons';
  const label = await deepText(page, buttons);
  const shownBy = await page.evaluate(() => performance.now());
  await page.waitForFunction((by) => performance.now() - by > 600, shownBy);
  await deepClick(page, `${buttons} button`);
  await expect.poll(() => deepText(page, buttons)).not.toBe(label);
}
