/** axe finds nothing serious on any page of ours, in both themes, with what people see in them. */

import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { answerOf } from '../../live/answers.ts';
import { type Live, startLive } from '../../live/server.ts';
import { IS_NIGHT } from '../../nightly.ts';
import { nothingSerious, THEMES } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium, openPanel, tabIdOf } from '../harness/chromium.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import {
  AS_READ,
  deepAttributes,
  deepClick,
  deepEvaluate,
  deepFocus,
  deepGone,
  deepTexts,
  deepWait,
} from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { ask, badge, closeCard, composeFrame, connect, flag, outputsOf } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';

let live: Live;
let collector: Collector;
/** One for all that is only looked at: a browser costs more to start than most of these tests. */
let browser: ExtensionBrowser;
test.beforeAll(async () => {
  [live, collector, browser] = await Promise.all([startLive({ paceMs: 2 }), makeCollector(), launchChromium()]);
});
test.afterAll(async () => {
  await browser.close();
  await collector.remove();
  await live.close();
});

/** What is shown now, in its themes. */
async function sound(page: Page, where: string): Promise<void> {
  for (const { colorScheme, rules } of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
    await test.step(`${where}, ${colorScheme}`, () => nothingSerious(page, rules));
  }
}

/** A page with this answer, flagged. Two tabs of one address could not be told apart. */
async function flaggedPage(answer: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${live.pageUrl('deep-chat')}#${answer}`);
  await ask(page, 'deep-chat', answerOf(answer).prompt);
  await outputsOf(browser, page, 1);
  await flag(page, 'factual', 'major');
  return page;
}

async function soundOfFailedTest(): Promise<void> {
  const options = await browser.open('options.html');
  await options.getByLabel('Server address').fill('http://127.0.0.1:9');
  await options.getByLabel('Token', { exact: true }).fill('nothing');
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByText('Nothing answers at this address').waitFor();
  await sound(options, 'options, failed test');
  await options.close();
}

test('every page of ours, in its themes', async () => {
  for (const name of ['options.html', 'welcome.html', 'compose.html', 'sidepanel.html']) {
    const page = await browser.open(name);
    await page.locator('h1, h2, [role="tab"]').first().waitFor();
    await sound(page, name);
    await page.close();
  }
  const page = await flaggedPage('en-quote');
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await panel.setViewportSize({ width: 360, height: 800 });
  for (const tab of ['This page', 'My reports', 'Queue']) {
    await panel.getByRole('tab', { name: tab }).click();
    await panel.locator('[data-output-hash], [data-report-id]').first().waitFor();
    await sound(panel, tab);
  }
  if (IS_NIGHT) {
    await panel.getByRole('tab', { name: 'Log' }).click();
    await panel.locator('[data-event-key]').first().waitFor();
    await sound(panel, 'log');
    await panel.getByRole('tab', { name: 'Queue' }).click();
  }
  const figures = await browser.open('figures.html');
  await figures.locator('[data-metric="reports"]').getByText('Wrong or invented fact').first().waitFor();
  // By the thread that is begun before the page's code: where that fails, another counts, and is waited for longer.
  expect(figures.workers().map((worker) => new URL(worker.url()).pathname)).toEqual(['/figures-thread.js']);
  await figures.setViewportSize({ width: 320, height: 800 });
  await sound(figures, 'figures');
  await figures.close();
  await panel.locator('[data-output-hash] button').first().click();
  await panel.getByRole('radio', { name: 'Modify', exact: true }).check();
  await panel.locator('[name="correctedText"]').fill('Something else entirely.');
  await sound(panel, 'queue detail');
  await panel.getByRole('tab', { name: 'This page' }).click();
  await panel.getByRole('button', { name: 'All about this answer' }).click();
  await panel.getByText('Export this record').click();
  await sound(panel, 'dossier');
  const opening = browser.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Page to read and print' }).click();
  const record = await opening;
  await record.getByRole('heading', { name: 'Record of an AI answer' }).waitFor();
  await sound(record, 'record');
  if (IS_NIGHT) await soundOfFailedTest();
});

test('the reporter’s job by keyboard alone, with the focus always in sight', async () => {
  const browser = await launchChromium({ timeToUndo: true });
  const page = await browser.context.newPage();
  await page.goto(live.pageUrl('deep-chat'));
  await ask(page, 'deep-chat', answerOf('en-quote').prompt);
  await outputsOf(browser, page, 1);
  await deepFocus(page, badge('unreviewed'));
  await page.keyboard.press('Enter');
  await deepWait(page, '[role="dialog"]');
  expect(await deepAttributes(page, '[role="dialog"]', 'aria-labelledby')).not.toEqual([null]);
  const nameless = await deepEvaluate<string>(
    page,
    '[role="dialog"] button',
    `(this.getAttribute("aria-label") || ${AS_READ}(this)).trim()`,
  );
  expect(nameless).not.toContain('');
  await tabTo(page, '[data-action="more"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-category="reasoning"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-severity="minor"]');
  await page.keyboard.press('Enter');
  await deepWait(page, badge('reported'));
  // The focus is on Undo, as the message says, once that is there; Enter takes it back.
  const isOnUndo = () => deepEvaluate<boolean>(page, '.sent [data-action="undo"]', 'this.matches(":focus")');
  await expect.poll(isOnUndo).toEqual([true]);
  await page.keyboard.press('Enter');
  await deepWait(page, badge('unreviewed'));
  await page.keyboard.press('Escape');
  await deepGone(page, '[role="dialog"]');
  // Letters pressed in the page are the page's: they go into its field, and nothing of ours opens.
  await page.locator('deep-chat #text-input').click();
  await page.keyboard.type('1 a f');
  expect(await deepTexts(page, '#text-input')).toEqual(['1 a f']);
  await browser.close();
});

/** Presses Tab until an element has the focus and shows it. */
async function tabTo(page: Page, selector: string): Promise<void> {
  await deepWait(page, selector);
  const focused = async () => {
    await page.keyboard.press('Tab');
    const [shown] = await deepEvaluate<boolean>(
      page,
      selector,
      'this.matches(":focus-visible") && getComputedStyle(this).outlineStyle !== "none"',
    );
    return shown === true;
  };
  await expect.poll(focused, { message: `Tab reaches ${selector}`, intervals: [10] }).toBe(true);
}

/** What forced colours leave of an element's looks: they drop grounds and shadows, and colours of our own. */
const LEFT_OF_IT = `((style) => [style.borderTopColor, style.borderBottomColor, style.outlineStyle, style.color, style.backgroundColor].join())(getComputedStyle(this))`;

/** In forced colours the first element of one selector looks unlike the first of another. */
async function looksUnlike(page: Page, chosen: string, other: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await deepWait(page, chosen);
  await deepWait(page, other);
  const [one] = await deepEvaluate<string>(page, chosen, LEFT_OF_IT);
  const [another] = await deepEvaluate<string>(page, other, LEFT_OF_IT);
  expect(one, chosen).toBeDefined();
  expect(another, other).toBeDefined();
  expect(one, chosen).not.toBe(another);
}

test('the compose frame inside a card takes a correction by keyboard; in forced colours what is chosen looks chosen', async () => {
  const page = await flaggedPage('en-returns');
  await deepClick(page, '[data-action="correct"]');
  const frame = await composeFrame(page);
  await frame.locator('textarea').first().fill('Another text.');
  await expect(frame.getByRole('heading', { name: 'What changes' })).toBeVisible();
  await frame.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  await deepWait(page, '[data-action="close"]');
  await closeCard(page);

  const panel = await browser.open('sidepanel.html');
  await looksUnlike(panel, '[role="tab"][aria-selected="true"]', '[role="tab"][aria-selected="false"]');
  const options = await browser.open('options.html');
  for (const type of ['radio', 'checkbox']) {
    const label = `label:has(> input[type="${type}"]`;
    await looksUnlike(options, `${label}:checked)`, `${label}:not(:checked))`);
  }
  await page.bringToFront();
  await deepClick(page, badge('reported'));
  await deepClick(page, '[data-action="amend"]');
  for (const kind of ['category', 'severity'])
    await looksUnlike(page, `[data-${kind}][aria-pressed="true"]`, `[data-${kind}][aria-pressed="false"]`);
});

nightly('the connected options page', async () => {
  const token = await collector.createToken('acme', 'marta', 'reporter', 'Marta');
  await collector.start();
  await connect(browser, collector.url, token);
  const options = await browser.open('options.html');
  await options.getByRole('button', { name: 'Disconnect' }).waitFor();
  await sound(options, 'options, connected');
});
