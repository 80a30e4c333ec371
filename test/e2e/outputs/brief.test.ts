/** A brief is filled in beside the page, goes into its field, is sent by the person, and stands in the trace of the answer. */
import { test } from 'playwright/test';
import { answerOf } from '../../live/answers.ts';
import { type Live, startLive } from '../../live/server.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { loadPolicy, outputsOf, panelFor } from '../harness/flows.ts';

let live: Live;
let browser: ExtensionBrowser;
test.beforeAll(async () => {
  [live, browser] = await Promise.all([startLive({ paceMs: 4 }), launchChromium()]);
});
test.afterAll(async () => {
  await Promise.all([browser.close(), live.close()]);
});

const POLICY = {
  format: 2,
  version: '7',
  limits: [{ id: 'no-promises', text: 'AI promises no refund.' }],
  processes: [
    {
      ...{ id: 'contracts', name: 'Contract answers', risk: 'low', publishes: false, publicInterest: 'never' },
      ...{ applies: { choice: true }, review: { mode: 'full' } },
      gate: { mode: 'off', unreviewed: 'pass', reported: 'pass', override: 'reason' },
      brief: {
        fields: [
          { id: 'question', label: 'The question', kind: 'text', required: true },
          { id: 'tone', label: 'Tone' },
        ],
        template: '{{question}}',
      },
    },
  ],
};

test('filled in, put into the page, sent by the person, found in the trace', async () => {
  await loadPolicy(browser, JSON.stringify(POLICY));

  const { prompt } = answerOf('en-contract');
  const page = await browser.context.newPage();
  await page.goto(live.pageUrl('n8n-chat'));
  const panel = await panelFor(browser, page, 'This page');
  await panel.locator('summary', { hasText: 'Begin with a brief' }).click();
  await expect(panel.getByText('AI promises no refund.')).toBeVisible();
  await panel.getByRole('button', { name: 'Put it into the page' }).click();
  await expect(panel.getByText('Answer this first.')).toBeVisible();
  await panel.getByLabel('The question').fill(prompt);
  await panel.reload();
  // Half typed is not lost.
  await panel.locator('summary', { hasText: 'Begin with a brief' }).click();
  await expect(panel.getByLabel('The question')).toHaveValue(prompt);
  await panel.getByRole('button', { name: 'Put it into the page' }).click();

  const field = page.locator('.n8n-chat textarea, .chat-input textarea').first();
  await expect(field).toHaveValue(prompt);
  await page.bringToFront();
  await field.press('Enter');
  await outputsOf(browser, page, 1);
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'All about this answer' }).click();
  await panel.locator('summary', { hasText: 'Where it comes from' }).click();
  await expect(panel.locator('[data-brief="contracts"]')).toHaveText(/Contract answers, filled in/);
});
