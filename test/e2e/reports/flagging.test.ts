/** Flagging in detail: a selected passage, amending, withdrawing; and a badge that stays where it belongs. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { answerOf } from '../../live/answers.ts';
import { type Live, startLive } from '../../live/server.ts';
import { withNights } from '../../nightly.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { deepBoxes, deepClick, deepText, deepWait } from '../harness/deep.ts';
import { expect, still } from '../harness/expect.ts';
import { ask, badge, type ChatPage, choose, closeCard, outputsOf, panelFor } from '../harness/flows.ts';

let live: Live;
let browser: ExtensionBrowser;
test.beforeAll(async () => {
  live = await startLive({ paceMs: 2 });
  browser = await launchChromium();
});
test.afterAll(async () => {
  await browser.close();
  await live.close();
});

async function answered(kind: ChatPage, id = 'en-quote'): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(live.pageUrl(kind));
  await ask(page, kind, answerOf(id).prompt);
  await outputsOf(browser, page, 1);
  return page;
}

for (const kind of withNights<ChatPage>(['deep-chat'], 'n8n-chat'))
  test(`${kind}: words selected before become part of the report`, async () => {
    const page = await answered(kind);
    const words = page.getByText('The offer holds for 30 days.');
    const box = await still(() => words.boundingBox());
    if (!box) throw new Error('the answer is not drawn');
    // Dragged over the line with the mouse, as a person selects.
    await page.mouse.move(box.x + 1, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    // The same words may have been reported in the other component before: a report is on a text, wherever it stands.
    await deepClick(page, 'button[data-status]');
    await deepWait(page, '[data-passage]');
    await expect.poll(() => deepText(page, '[data-passage]')).toContain('The offer holds for 30 days.');
    await deepClick(page, '[data-category="outdated"]');
    await deepClick(page, '[data-severity="minor"]');
    await deepWait(page, badge('reported'));
    await closeCard(page);
    const mine = await panelFor(browser, page, 'My reports');
    await expect(mine.locator('[data-report-id]').first()).toContainText('The offer holds for 30 days.');
    await Promise.all([mine.close(), page.close()]);
  });

test('a report is amended and withdrawn from the card', async () => {
  // An answer of its own: the other one has been reported in this browser.
  const page = await answered('n8n-chat', 'en-contract');
  await deepClick(page, 'button[data-status]');
  await choose(page, 'style');
  await deepClick(page, '[data-severity="neutral"]');
  await deepWait(page, '.sent');
  await closeCard(page);
  await deepClick(page, badge('reported'));
  await deepWait(page, '[data-report-id] [data-action="amend"]');
  await expect.poll(() => deepText(page, '[data-report-id]')).toContain('Note');
  await deepClick(page, '[data-report-id] [data-action="amend"]');
  await deepClick(page, '[data-report-id] [data-action="more"]');
  await deepClick(page, '[data-report-id] [data-category="harm"]');
  await deepClick(page, '[data-report-id] [data-action="cancel"]');
  await deepWait(page, '[data-report-id] [data-action="amend"]');
  expect(await deepText(page, '[data-report-id]')).not.toContain('Unfair');
  await deepClick(page, '[data-report-id] [data-action="amend"]');
  await deepClick(page, '[data-report-id] [data-severity="critical"]');
  await expect.poll(() => deepText(page, '[data-report-id]')).toContain('Critical');
  await deepClick(page, '[data-report-id] [data-action="withdraw"]');
  await expect.poll(() => deepText(page, '[data-report-id]')).toContain('Withdrawn');
  await page.close();
});

test('a badge moves nothing in the page, and goes with its answer as the page scrolls', async () => {
  const page = await browser.context.newPage();
  await page.goto(live.pageUrl('n8n-chat', { history: 12 }));
  await deepWait(page, 'button[data-status]');
  const list = page.locator('.chat-body');
  const answer = page.locator('.chat-message-from-bot').last();
  const height = () => list.evaluate((element) => element.scrollHeight);
  const gap = async () => {
    const [box, badges] = [await answer.boundingBox(), await deepBoxes(page, 'button[data-status]')];
    const last = badges.at(-1);
    return box && last ? Math.round(last.y - box.y) : Number.NaN;
  };
  // The last answer may be in the middle of its stream when we come, so its badge is the last to be there.
  await expect.poll(async () => Math.abs(await gap())).toBeLessThan(40);
  const near = await still(gap);
  const before = await still(height);
  await list.evaluate((element) => element.scrollBy(0, -120));
  await expect.poll(gap).toBe(near);
  await list.evaluate((element) => element.scrollBy(0, 120));
  await expect.poll(gap).toBe(near);
  // Without our host element the page is as high as with it.
  await page.evaluate(() => {
    for (const host of document.querySelectorAll('[data-countersign]')) host.remove();
  });
  await expect.poll(height).toBe(before);
  await page.close();
});
