/** A site that no profile knows: learned, used at once on the next visit, corrected, forgotten, relearned when stale. */

import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { axeFinds } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium, openPanel, stopServiceWorker, tabIdOf } from '../harness/chromium.ts';
import { deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { closeTabs, outputsOf } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';
import { answersCounted, learnerArrives, listOutputs } from '../harness/outputs.ts';
import { chatPage, FIRST_BUILD, MORE, SECOND_BUILD } from '../harness/pages/own-chat.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let browser: ExtensionBrowser;
let server: TestServer;
const PAST: [string, string][] = [
  ['How long is the warranty?', 'The warranty lasts two years from the day of delivery, batteries excepted.'],
  ['Who pays for shipping?', 'Shipping is paid by the seller for orders above fifty euros within the country.'],
];

test.beforeAll(async () => {
  browser = await launchChromium();
});
test.afterAll(() => browser.close());
// A server is a site of its own by its port: what was learned in another test is of another one.
test.beforeEach(async () => {
  server = await startServer();
  server.page('/chat', chatPage(FIRST_BUILD));
  server.page('/past', chatPage(FIRST_BUILD, PAST));
  server.page('/rebuilt', chatPage(SECOND_BUILD, PAST));
});
test.afterEach(async () => {
  await closeTabs(browser);
  await server.close();
});

async function visit(path: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${server.url}${path}`);
  return page;
}

async function askFor(page: Page, question: string): Promise<void> {
  await page.getByLabel('Question').click();
  await page.keyboard.type(question, { delay: 50 }); // as people do
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.title === 'Desk, answered');
}

/** Asks once on a fresh page, so that the site is learned. */
async function learnSite(): Promise<void> {
  const page = await visit('/chat');
  await learnerArrives(browser, page);
  await askFor(page, 'When is the invoice due?');
  await outputsOf(browser, page, 1);
  await deepWait(page, 'button[data-status="unreviewed"]');
  await page.close();
}

const texts = async (page: Page) => (await listOutputs(browser, page)).map(({ text }) => text);
const openSites = async () => {
  const options = await browser.open('options.html');
  return { options, site: options.locator(`[data-origin="${server.url}"]`) };
};

test('learned once, a site is read at once on the next visit, before any question', async () => {
  await learnSite();
  // The badge is there before the answer is stored: a worker that is stopped before that counts nothing.
  await expect.poll(() => answersCounted(browser, server.url), { message: 'the answer is counted' }).toBe(1);
  await stopServiceWorker(browser);
  const page = await visit('/past');
  const outputs = await outputsOf(browser, page, 2);
  expect(outputs.map(({ text }) => text)).toEqual(PAST.map(([, answer]) => answer));
  expect(outputs[0]?.evidence).toContain('learned:arrival');
  await deepWait(page, 'button[data-status="unreviewed"]');

  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await expect(panel.getByText('Read by what was learned on 127.0.0.1')).toBeVisible();
  const { options, site } = await openSites();
  await expect(site).toContainText('Learned from how answers arrive');
  await expect(site).toContainText('3 answers found');
  await expect(site).toContainText('grew by itself');
  await site.getByText('What was learned, for administrators').click();
  const draft = JSON.parse((await site.locator('pre').textContent()) ?? '');
  expect(draft).toMatchObject({
    id: '127-0-0-1',
    match: { hosts: ['127.0.0.1'] },
    checkedAt: expect.stringMatching(/^\d{4}-/),
  });
  const [file] = await Promise.all([
    options.waitForEvent('download'),
    site.getByRole('button', { name: 'Download the draft' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('countersign-profile-127-0-0-1.json');
});

test('what was learned of one origin is not used for another', async () => {
  await learnSite();
  const page = await browser.context.newPage();
  await page.goto(`${server.urlAt('localhost')}/past`);
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await expect(panel.getByText('Countersign does not know this site yet.')).toBeVisible();
  expect(await texts(page)).toEqual([]);
});

test('a correction is checked, takes effect in the open page, and can be undone', async () => {
  await learnSite();
  const page = await visit('/past');
  await outputsOf(browser, page, 2);
  const { options, site } = await openSites();
  await site.getByRole('button', { name: 'Correct' }).click();
  const field = site.getByLabel('How this site is read (JSON)');
  const written = JSON.parse(await field.inputValue());
  const save = async (value: string) => {
    await field.fill(value);
    await site.getByRole('button', { name: 'Save' }).click();
  };
  await save('{ "turn": ');
  await expect(site).toContainText('This is not JSON');
  await save(JSON.stringify({ ...written, turn: ['div['] }));
  await expect(site).toContainText('no CSS selector: div[');
  await save(JSON.stringify({ ...written, turn: [], colour: 'red' }));
  await expect(site).toContainText('turn: empty, or too short.');
  await expect(site).toContainText('colour: there is no such field in this version.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(await axeFinds(options)).toEqual([]);

  await save(JSON.stringify({ ...written, turn: ['.thread > .row:last-child'] }));
  await expect(site).toContainText('Read the way you wrote');
  await expect.poll(() => texts(page)).toEqual([PAST[1]?.[1]]);
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => texts(page)).toEqual(PAST.map(([, answer]) => answer));
});

test('a forgotten site is read no more, also in the open page, until the forgetting is undone', async () => {
  await learnSite();
  const page = await visit('/past');
  await outputsOf(browser, page, 2);
  const { options, site } = await openSites();
  await site.getByRole('button', { name: 'Forget' }).click();
  await expect(site).toHaveCount(0);
  await expect.poll(() => texts(page)).toEqual([]);
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await texts(page)).length).toBe(2);
  await expect(site).toBeVisible();
});

test('a site that was rebuilt is learned anew by itself, and what was learned before goes', async () => {
  await learnSite();
  const page = await visit('/rebuilt');
  await expect.poll(() => texts(page)).toEqual([]);
  await learnerArrives(browser, page);
  await askFor(page, 'When is the invoice due?');
  await outputsOf(browser, page, 3);
  const { site } = await openSites();
  await site.getByText('What was learned, for administrators').click();
  await expect(site.locator('pre')).toContainText('assistant-line');
  await expect(site.locator('pre')).not.toContainText('bot-row');
});

nightly('an answer that goes on beside what was learned is read with all of it', async () => {
  await learnSite();
  server.page('/parts', chatPage(FIRST_BUILD, [], 2));
  const page = await visit('/parts');
  await learnerArrives(browser, page);
  await askFor(page, 'When is the invoice due?');
  await expect.poll(async () => (await texts(page)).join(' ')).toContain('costs of shipping are left to be settled.');
  await askFor(page, 'And is that all there is to know?');
  await outputsOf(browser, page, 2);
  await expect.poll(async () => (await texts(page)).filter((text) => text.includes(MORE))).toHaveLength(2);
});

test('a page that types and answers by itself is not learned; the same page is, once a person asks', async () => {
  server.page('/acting', chatPage(FIRST_BUILD));
  const page = await visit('/acting');
  const panel = await openPanel(browser, await tabIdOf(browser, page));
  await expect(panel.getByText('Countersign does not know this site yet.')).toBeVisible();
  await page.bringToFront();
  await page.evaluate(() => {
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    field.focus();
    field.value = 'When is the invoice due?';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: 'due?' }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  });
  await page.waitForFunction(() => document.title === 'Desk, answered');
  // In another tab a person asks; by the time that is learned, the first page has long been judged.
  const real = await visit('/acting?person');
  await learnerArrives(browser, real);
  await askFor(real, 'When is the invoice due?');
  await outputsOf(browser, real, 1);
  expect(await texts(page)).toEqual([]);
});
