/** What is kept in a browser: out as a file, in elsewhere, kept for so long, erased; and what the diagnosis tells. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { test } from 'playwright/test';
import { answerOf } from '../../live/answers.ts';
import { type Live, startLive } from '../../live/server.ts';
import { nothingSerious } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { deepClick } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { ask, closeTabs, composeFrame, connect, flag, outputsOf } from '../harness/flows.ts';

const COMMENT = 'Ask Giovanna about this';
const ANSWER = answerOf('en-quote');
/** Words of the answer. */
const WORDS = 'Nora task chair';

let live: Live;
let collector: Collector;
let token: string;
let browser: ExtensionBrowser;
let options: Page;

/** One browser for all of them, in which one answer is flagged: to make that costs as much as a test. */
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  live = await startLive({ paceMs: 2 });
  collector = await makeCollector();
  token = await collector.createToken('acme', 'marta', 'reporter');
  browser = await launchChromium();
});
test.afterAll(async () => {
  await browser.close();
  await collector.remove();
  await live.close();
});

/** Asks for an answer, flags it and comments on it. */
async function flagOne(answer: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(live.pageUrl('deep-chat'));
  await ask(page, 'deep-chat', answerOf(answer).prompt);
  await outputsOf(browser, page, 1);
  await flag(page, 'factual', 'critical');
  await deepClick(page, '.sent [data-action="comment"]');
  const frame = await composeFrame(page);
  await frame.getByRole('textbox').first().fill(COMMENT);
  await frame.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => page.frames().some((open) => open.url().endsWith('compose.html'))).toBe(false);
  await page.close();
}

test.beforeEach(async () => {
  options = await browser.open('options.html#everything');
  // What a test has erased is made again for the next one.
  if ((await count(options, 'Reports').textContent()) !== '0') return;
  await flagOne(ANSWER.id);
  await options.bringToFront();
});
test.afterEach(() => closeTabs(browser));

const stored = (page: Page): Locator => page.locator('#stored');
const count = (page: Page, name: string): Locator =>
  stored(page).locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');

async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    stored(page).getByRole('button', { name: 'Export everything' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^countersign-\d{4}-\d\d-\d\d\.jsonl$/);
  return readFile(await download.path(), 'utf8');
}

async function pick(page: Page, text: string, name: string): Promise<void> {
  const path = test.info().outputPath(name);
  await writeFile(path, text);
  await stored(page).locator('input[type="file"]').setInputFiles(path);
}

test('everything goes out as a file and into another browser, once and whole', async () => {
  const text = await exported(options);
  expect(text).toContain(COMMENT);
  const lines = text.trim().split('\n').length;
  const other = await launchChromium();
  const there = await other.open('options.html');

  await test.step('a file in which one word was changed is refused, and none of it is taken', async () => {
    await pick(there, text.replace(COMMENT, 'Ask nobody about this'), 'changed.jsonl');
    await expect(stored(there).getByRole('status')).toContainText('nothing of it was taken');
    await expect(stored(there).getByRole('status')).toContainText('its text was changed after it was recorded');
    await expect(count(there, 'Items')).toHaveText('0');
  });

  await test.step('another file is not taken for one of ours', async () => {
    await pick(there, '{"format":"something else"}\n', 'other.jsonl');
    await expect(stored(there).getByRole('status')).toContainText('not a file that Countersign exported');
  });

  await test.step('the file itself is taken in, and a second time skipped', async () => {
    await pick(there, text, 'right.jsonl');
    await expect(stored(there).getByRole('status')).toContainText(`${lines - 1} items were taken in.`);
    await expect(count(there, 'Reports')).toHaveText('1');
    await pick(there, text, 'right.jsonl');
    await expect(stored(there).getByRole('status')).toContainText(`${lines - 1} were here already`);
    await expect(count(there, 'Items')).toHaveText(String(lines - 1));
    // What only a file says was reported waits for nobody's decision.
    const panel = await other.open('sidepanel.html');
    await panel.getByRole('tab', { name: 'Queue' }).click();
    await expect(panel.getByText('Nothing waits for a decision.')).toBeVisible();
  });
  await other.close();
});

test('the diagnosis tells how it goes, and nothing of what was said, by whom, where, or with which token', async () => {
  await collector.start();
  await connect(browser, collector.url, token);
  await collector.kill9();
  await options.bringToFront();
  const diagnosis = options.locator('#diagnosis');
  await diagnosis.getByRole('button', { name: 'Show the diagnosis' }).click();
  const shown = diagnosis.locator('[data-diagnosis]');
  await expect(shown).toContainText('collector: ');
  await expect(shown).toContainText('database: version');
  const text = await shown.innerText();
  for (const secret of [token, COMMENT, ANSWER.prompt, WORDS, 'marta', 'acme', '127.0.0.1', 'sha256:'])
    expect(text, secret).not.toContain(secret);
  await diagnosis.getByRole('checkbox').check();
  await expect(shown).toContainText(new URL(collector.url).host);
  expect(await shown.innerText()).not.toContain(token);
  await nothingSerious(options);
});

test('what waits is kept by every way of erasing but the last, which says that it would be lost', async () => {
  await collector.start();
  await connect(browser, collector.url, token);
  // “0” may stand there before the past is waiting.
  const arrived = async () => ((await collector.ask(token, '/v1/events')).body as { events: object[] }).events.length;
  await expect.poll(arrived).toBe(3);
  await expect(count(options, 'Waiting to be sent')).toHaveText('0');
  await collector.kill9();
  await flagOne('en-returns');
  await options.bringToFront();
  const kept = stored(options);

  await test.step('one person’s words', async () => {
    await kept.getByRole('radio', { name: 'What one person wrote' }).check();
    const person = kept.getByRole('combobox', { name: 'Person' });
    const ours = person.locator('option', { hasText: 'This browser' });
    await person.selectOption(await ours.getAttribute('value'));
    await kept.getByRole('button', { name: 'Erase …' }).click();
    await options.getByRole('alertdialog').getByRole('button', { name: 'Erase …' }).click();
    await expect(kept.getByRole('status')).toContainText(/2 still wait to be sent and were left/);
    await expect(kept.getByRole('status')).toContainText('What your team’s server has stays there.');
  });

  await test.step('everything, by keyboard', async () => {
    await kept.getByRole('radio', { name: 'Everything here' }).check();
    await kept.getByRole('button', { name: 'Erase …' }).focus();
    await options.keyboard.press('Enter');
    await expect(options.getByRole('alertdialog')).toContainText('This cannot be undone.');
    await expect(options.getByRole('alertdialog')).toContainText('were not sent yet and would be lost');
    await options.keyboard.press('Tab');
    await options.keyboard.press('Enter');
    await expect(kept.getByRole('status')).toContainText('Everything in this browser was erased.');
    await expect(count(options, 'Items')).toHaveText('0');
    await expect(options.getByRole('button', { name: 'Connect', exact: true })).toBeVisible();
  });
});

test('one output’s text is erased, and old outputs are dropped', async () => {
  const kept = stored(options);
  await kept.getByLabel('Days').fill('0');
  await kept.getByRole('button', { name: 'Save' }).click();
  await expect(kept).toContainText('Enter a whole number of days');
  await test.step('the text of one output is found by its words, and goes', async () => {
    await kept.getByRole('radio', { name: 'The text of one answer' }).check();
    await kept.getByLabel('Words of the answer').fill(WORDS);
    await kept.getByRole('button', { name: 'Search' }).click();
    await kept.getByRole('radio', { name: WORDS }).check();
    await kept.getByRole('button', { name: 'Erase …' }).click();
    await options.getByRole('alertdialog').getByRole('button', { name: 'Erase …' }).click();
    await expect(kept.getByRole('status')).toContainText('The text of 3 items was erased.');
    await kept.getByRole('button', { name: 'Search' }).click();
    await expect(kept).toContainText('No answer has these words.');
  });
  await kept.getByRole('radio', { name: 'Old answers' }).check();
  await kept.getByLabel('Before this day').fill('2100-01-01');
  await kept.getByRole('button', { name: 'Erase …' }).click();
  await options.getByRole('alertdialog').getByRole('button', { name: 'Erase …' }).click();
  await expect(kept.getByRole('status')).toContainText('1 answer was erased.');
  await expect(count(options, 'Items')).toHaveText('0');
});
