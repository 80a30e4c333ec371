/** The periodic review of the rules, from its reminder to its signature: the pack that the product puts together, and the event that ends it. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'playwright/test';
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import { axeFinds } from '../harness/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../harness/chromium.ts';
import { type Collector, startCollector } from '../harness/collector.ts';
import { expect } from '../harness/expect.ts';
import { connect } from '../harness/flows.ts';
import { FAQ } from '../harness/pages/gated.ts';

const EARNED = { mode: 'earned', clean: 10, oneIn: 5 };

let keys: string;
let collector: Collector;
let piero: string;
let luca: string;
let browser: ExtensionBrowser;
test.beforeEach(async () => {
  keys = await mkdtemp(join(tmpdir(), 'countersign-keys-'));
  collector = await startCollector({ serve: ['--keys', keys] });
  piero = await collector.createToken('desk', 'piero', 'admin');
  luca = await collector.createToken('desk', 'luca', 'reviewer');
  browser = await launchChromium();
});
test.afterEach(async () => {
  await browser.close();
  await collector.remove();
  await rm(keys, { recursive: true, force: true });
});

async function publish(version: string, onto: number, review: object): Promise<void> {
  const periodicReview = { everyMonths: 6, reviewedOn: '2025-01-31', owner: 'person:luca' };
  const body = JSON.stringify({ policy: { format: 2, version, processes: [{ ...FAQ, review }], periodicReview } });
  const headers = { 'if-match': `"${onto}"` };
  const said = await collector.ask(piero, '/v1/policy', { method: 'PUT', headers, body });
  expect(said.status).toBe(200);
}

test('the rules are past their day: the pack has what changed and what is open, in either language; it is signed, and the next review counted from there', async () => {
  await publish('spring', 0, { mode: 'full' });
  await publish('summer', 1, EARNED);
  await connect(browser, collector.url, luca);
  const options = await browser.open('options.html#reading');
  await options.locator('#tools [data-policy="summer"]').waitFor();
  await expect(options.locator('#tools [data-review-reminder]')).toContainText('was due on');
  await reviewAndSign(browser);
  await expect(options.locator('#tools [data-review-reminder]')).toHaveCount(0);
});

test('whoever the rules do not name reads who signs, and can print and save', async () => {
  await publish('spring', 0, { mode: 'full' });
  await connect(browser, collector.url, piero);
  const options = await browser.open('options.html#reading');
  await options.locator('#tools [data-policy="spring"]').waitFor();
  const page = await browser.open('policy.html');
  await page.getByRole('button', { name: 'Put the pack together' }).click();
  await expect(page.locator('[data-sign-off="not-yours"]')).toContainText('Signed by: luca.');
  await expect(page.locator('#review').getByRole('button', { name: 'Print' })).toBeVisible();
  await expect(page.locator('#review').getByRole('button', { name: 'Sign', exact: true })).toHaveCount(0);
});

async function reviewAndSign(lead: ExtensionBrowser): Promise<void> {
  const figures = await lead.open('figures.html');
  const reminder = figures.locator('[data-review-reminder]');
  await expect(reminder).toContainText('was due on');
  const opened = lead.context.waitForEvent('page');
  await reminder.getByRole('button', { name: 'Go to the review' }).click();
  const page = await opened;
  await page.getByRole('button', { name: 'Put the pack together' }).click();
  const paper = page.getByRole('article');
  await expect(paper.getByRole('heading', { name: 'Review of the rules' })).toBeVisible();
  await expect(paper.getByRole('heading', { name: '2: summer' })).toBeVisible();
  await expect(paper.getByRole('row', { name: /processes\.faq\.review\.mode.*"full".*"earned"/ })).toBeVisible();
  await expect(paper.getByText(/the review of these rules is overdue/)).toBeVisible();
  expect(await axeFinds(page)).toEqual([]);
  await page.locator('#review').getByRole('radio', { name: 'Italian' }).check();
  await expect(paper.getByRole('heading', { name: 'Riesame delle regole' })).toBeVisible();

  // What is signed is the file, byte by byte.
  const downloading = page.waitForEvent('download');
  await page.locator('[data-pack]').getByRole('button', { name: 'Save as a file' }).click();
  const file = await readFile(await (await downloading).path());
  const hash = `sha256:${createHash('sha256').update(file).digest('hex')}`;
  await expect(page.locator('[data-pack]')).toHaveAttribute('data-pack', hash);

  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByText('Choose what comes of it.')).toBeVisible();
  await page.getByRole('radio', { name: 'The rules stay as they are' }).check();
  await page.getByLabel('What was found').fill('Less review, no more defects.');
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(page.getByText('This pack is signed.')).toBeVisible();
  await expect(page.locator('[data-periodic] [data-review-due]')).toHaveAttribute('data-review-due', 'fine');
  await expect(reminder).toHaveCount(0);
  const isInLog = async () => {
    const { body } = await collector.ask(piero, '/v1/events?after=0&limit=1000');
    const { events } = body as { events: CountersignEvent[] };
    return events.some(
      ({ type, data }) => type === 'countersign.policy.reviewed.v1' && 'pack' in data.facts && data.facts.pack === hash,
    );
  };
  await expect.poll(isInLog, { message: 'the sign-off is in the team’s log' }).toBe(true);
}
