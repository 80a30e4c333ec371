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
