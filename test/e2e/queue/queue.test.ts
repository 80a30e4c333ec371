/** The lead's queue: what is decided has a way back, and nothing that was typed is lost by it. */
import { test } from 'playwright/test';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { decide, panelFor } from '../harness/flows.ts';
import { numbered, seedQueue } from './seeded.ts';

let browser: ExtensionBrowser;
test.beforeEach(async () => {
  browser = await launchChromium();
});
test.afterEach(async () => {
  await browser.close();
});

/** Runs in the page: in how many rows its tabs stand when two of them show so much. */
function rowsOfTabs(most: string): number {
  const tabs = [...document.querySelectorAll('main [role="tab"]')];
  const counted = tabs.find((tab) => tab.querySelector('span'));
  const count = counted?.querySelector('span');
  if (!count) throw new Error('no tab shows a number');
  const own = count.textContent;
  const other = count.cloneNode(true);
  other.textContent = most;
  count.textContent = most;
  tabs[1]?.append(other);
  const rows = new Set(tabs.map((tab) => Math.round(tab.getBoundingClientRect().top))).size;
  other.parentNode?.removeChild(other);
  count.textContent = own;
  return rows;
}

test('a decision is undone, made again, and taken back from the list of one’s own', async () => {
  const panel = await panelFor(browser, undefined, 'Queue');
  await seedQueue(panel, [numbered(1), numbered(2)]);
  await decide(panel, 'block', { note: 'The period is wrong.' });
  await expect(panel.getByText('1 of 1')).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText('1 of 2')).toBeVisible();
  await expect(panel.locator('[name="note"]')).toHaveValue('The period is wrong.');
  await expect(panel.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Record decision' }).click();
  await expect(panel.getByText('1 of 1')).toBeVisible();

  await panel.getByRole('button', { name: 'Back to the queue' }).click();
  await panel.getByRole('button', { name: 'My decisions' }).click();
  await expect(panel.locator('[data-decision-id]')).toHaveCount(2);
  await panel.getByRole('button', { name: 'Take back' }).click();
  await expect(panel.getByText('Taken back', { exact: true })).toHaveCount(2);
  await panel.getByRole('button', { name: 'Back to the queue' }).click();
  await expect(panel.locator('[data-output-hash]')).toHaveCount(2);
});

test('by keys alone: the decision stays in reach under forty reports, and none of them is a letter', async () => {
  const panel = await panelFor(browser, undefined, 'Queue');
  const forty = Array.from({ length: 40 }, (_, n) => ({ comment: `Comment ${n}.`, severity: 'critical' as const }));
  await seedQueue(panel, [numbered(1), { text: 'An answer that many saw.', reports: forty }, numbered(2)]);
  await panel.setViewportSize({ width: 400, height: 700 });
  // A place in the list is there before what stands in it: only that can have the keyboard.
  const items = panel.locator('[data-output-hash]').getByRole('button');
  await expect(items).toHaveCount(3);
  expect(await panel.evaluate(rowsOfTabs, '99+'), 'four tabs stand in one row, whatever number two of them show').toBe(
    1,
  );
  // The first one, opened.
  await panel.keyboard.press('j');
  await expect(items.first()).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(panel.getByText('Report 40')).toBeAttached();
  await expect(panel.getByRole('button', { name: 'Record decision' })).toBeInViewport({ ratio: 1 });
  // Two keys.
  await panel.keyboard.press('1');
  await expect(panel.getByRole('radio', { name: 'Approve', exact: true })).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(panel.getByText('1 of 2')).toBeVisible();
  // Keys decide on what is read, so the next one has to be there. A block wants a note: its key leads there, and what is typed there is text.
  await expect(panel.getByRole('radio', { name: 'Block', exact: true })).toBeVisible();
  await panel.keyboard.press('4');
  await expect(panel.locator('[name="note"]')).toBeFocused();
  await panel.keyboard.type('1 jku?');
  await expect(panel.locator('[name="note"]')).toHaveValue('1 jku?');
  await expect(panel.getByRole('radio', { name: 'Block', exact: true })).toBeChecked();
  await panel.keyboard.press('Control+Enter');
  await expect(panel.getByText('1 of 1')).toBeVisible();
  await panel.keyboard.press('u');
  await expect(panel.locator('[name="note"]')).toHaveValue('1 jku?');
  await panel.keyboard.press('?');
  const keys = panel.getByRole('dialog', { name: 'Keys' });
  await keys.getByRole('button', { name: 'Change the keys' }).click();
  const search = keys.getByRole('button', { name: 'Change the key of: Search' });
  await search.click();
  await expect(search).toHaveText('Press a key …');
  await panel.keyboard.press('k');
  await expect(keys.getByRole('alert')).toContainText('Previous answer');
  await search.click();
  await expect(search).toHaveText('Press a key …');
  await panel.keyboard.press('Escape');
  await expect(search).toHaveText('/');
  await search.click();
  await expect(search).toHaveText('Press a key …');
  await panel.keyboard.press('b');
  await expect(search).toHaveText('B');
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('dialog')).toHaveCount(0);
  await panel.keyboard.press('Control+k');
  await expect(panel.getByRole('combobox')).toBeFocused();
  await panel.keyboard.type('back to');
  await panel.keyboard.press('Enter');
  await expect(panel.locator('li[data-output-hash]')).toHaveCount(2);
});

test('what does not fit the filter waits all the same, and is said to', async () => {
  const panel = await panelFor(browser, undefined, 'Queue');
  const outputs = [numbered(1), numbered(2), { text: 'La resa è gratuita.', reports: [{ comment: 'Perché?' }] }];
  await seedQueue(panel, outputs);
  const items = panel.locator('li[data-output-hash]');
  await expect(items).toHaveCount(3);
  await panel.keyboard.press('/');
  await expect(panel.getByRole('search').getByRole('searchbox')).toBeFocused();
  await panel.keyboard.type('perche RESA');
  await expect(items).toHaveCount(1);
  await expect(panel.getByText('1 of 3 shown')).toBeVisible();
  await decide(panel, 'approve');
  await expect(panel.getByText('Nothing fits', { exact: true })).toBeVisible();
  await expect(panel.getByText('The queue is empty')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Show everything' }).last().click();
  await expect(items).toHaveCount(2);
  await panel.getByRole('button', { name: 'Filter', exact: true }).click();
  await panel.getByLabel('Tool', { exact: true }).selectOption('Copilot');
  await expect(items).toHaveCount(1);
  await panel.getByLabel('Order', { exact: true }).selectOption('newest first');
  await expect(items).toHaveCount(1);
  // Under a name it is one choice away.
  await panel.getByRole('button', { name: 'Save this view' }).click();
  const naming = panel.getByRole('dialog', { name: 'Save this view' });
  await naming.getByLabel('Name', { exact: true }).fill('New from Copilot');
  await naming.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(naming).toHaveCount(0);
  const views = panel.getByLabel('Saved views', { exact: true });
  await expect(views.locator('option:checked')).toHaveText('New from Copilot');
  await views.selectOption('All that wait');
  await expect(items).toHaveCount(2);
  await views.selectOption('New from Copilot');
  await expect(items).toHaveCount(1);
});

test('an item is taken, put off and found again, and called the same as another: by keys, and undone', async () => {
  const panel = await panelFor(browser, undefined, 'Queue');
  await seedQueue(panel, [numbered(1), numbered(2), numbered(3)]);
  await panel.locator('[data-output-hash] button').first().click();
  const bar = panel.locator('[data-in-hand]');
  await expect(bar).toHaveAttribute('data-in-hand', 'nobody');
  await panel.keyboard.press('a');
  await expect(bar).toHaveAttribute('data-in-hand', 'me');
  await panel.keyboard.press('d');
  await panel.getByLabel('Why').fill('The supplier answers tomorrow.');
  await panel.getByRole('button', { name: 'Put off', exact: true }).click();
  await expect(panel.getByText('1 of 2')).toBeVisible();
  await expect(panel.getByRole('dialog')).toHaveCount(0);
  await expect(bar).toHaveAttribute('data-in-hand', 'nobody');
  await panel.keyboard.press('s');
  await panel.getByLabel('Find another by its words').fill('comment');
  await panel.getByRole('radiogroup').getByRole('radio').first().check();
  await panel.getByRole('button', { name: 'It is the same' }).click();
  await expect(panel.getByText('1 of 1')).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText('1 of 2')).toBeVisible();
  await panel.getByRole('button', { name: 'Back to the queue' }).click();
  await panel.getByRole('button', { name: 'Filter' }).click();
  await panel.getByLabel('Not in line').selectOption('Put off');
  await panel.locator('[data-output-hash] button').first().click();
  await expect(panel.getByText('The supplier answers tomorrow.')).toBeVisible();
  await panel.getByRole('button', { name: 'Bring it back now' }).click();
  await expect(panel.getByText('The supplier answers tomorrow.')).toHaveCount(0);
  await expect(bar).toHaveAttribute('data-in-hand', 'me');
  await panel.getByRole('button', { name: 'Back to the queue' }).click();
  const items = panel.locator('li[data-output-hash]');
  await panel.getByRole('button', { name: /^Filter/ }).click();
  await panel.getByLabel('Not in line').selectOption('Any');
  await expect(items).toHaveCount(3);
  await panel.getByLabel('In whose hands').selectOption('Mine');
  await expect(items).toHaveCount(1);
  await panel.getByLabel('In whose hands').selectOption('Nobody’s');
  await expect(items).toHaveCount(2);
});

test('many decisions at once are single ones: each with its outcome, and all taken back', async () => {
  const panel = await panelFor(browser, undefined, 'Queue');
  await seedQueue(panel, [numbered(1), numbered(2), numbered(3)]);
  const items = panel.locator('li[data-output-hash]');
  await expect(items).toHaveCount(3);
  await panel.getByRole('button', { name: 'Decide on all 3 answers in the list' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Decide on 3 answers' });
  await dialog.getByText('Block', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Record 3 decisions' }).click();
  await expect(dialog.getByText('Write a note; this decision needs one.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Wrong period.');
  await dialog.getByRole('button', { name: 'Record 3 decisions' }).click();
  await expect(dialog.locator('[data-bulk="decided"]')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Take all 3 back' }).click();
  await expect(dialog.locator('[data-bulk]')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(items).toHaveCount(3);
});
