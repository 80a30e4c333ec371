/** What survives: worker stopped, browser closed, collector killed while it is written to, no network. Counted. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { type Live, startLive } from '../../live/server.ts';
import { IS_NIGHT } from '../../nightly.ts';
import { type ExtensionBrowser, launchChromium, stopServiceWorker } from '../harness/chromium.ts';
import { type Collector, makeCollector } from '../harness/collector.ts';
import { deepCount } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { badge, closeCard, connect, flag, panelFor } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';

let live: Live;
let collector: Collector;
let reporter: ExtensionBrowser;
let lead: ExtensionBrowser | undefined;
let martasToken: string;
let reviewerToken: string;
let profile: string;

const REPORTS = 3;

test.beforeEach(async () => {
  live = await startLive();
  collector = await makeCollector();
  martasToken = await collector.createToken('acme', 'marta', 'reporter');
  reviewerToken = await collector.createToken('acme', 'luca', 'reviewer');
  await collector.start();
  profile = await mkdtemp(join(tmpdir(), 'countersign-profile-'));
});

/** Somebody who reports; with a profile that outlives their browser where that is closed. */
async function reporterConnects(userDataDir?: string): Promise<void> {
  reporter = await launchChromium(userDataDir ? { userDataDir } : {});
  await connect(reporter, collector.url, martasToken);
}

/** Somebody who is told of all of it, also while it breaks. */
async function leadConnects(): Promise<void> {
  lead = await launchChromium();
  await connect(lead, collector.url, reviewerToken);
}

test.afterEach(async () => {
  await Promise.all([reporter.close(), lead?.close()]);
  lead = undefined;
  await collector.remove();
  await live.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** How often the collector is killed. */
const KILLS = IS_NIGHT ? 3 : 1;

/** Opens a conversation of so many answers and flags each of them. */
async function flagAll(count: number): Promise<Page> {
  const page = await reporter.context.newPage();
  await page.goto(live.pageUrl('plain', { history: count }));
  for (let made = 0; made < count; made++) {
    await expect.poll(() => deepCount(page, badge('reported'))).toBeLessThanOrEqual(made);
    await page.locator('[data-turn="assistant"]').nth(made).scrollIntoViewIfNeeded();
    await flag(page, 'factual', 'major');
    await closeCard(page);
  }
  return page;
}

interface WireEvent {
  type: string;
  id: string;
  source: string;
  data: { facts: { reportId?: string } };
}

/** The reports that the collector has, by id: an id that stands twice was stored twice. */
async function reportsAtCollector(): Promise<string[]> {
  const response = await fetch(`${collector.url}/v1/events?limit=1000`, {
    headers: { authorization: `Bearer ${reviewerToken}` },
  });
  const { events } = (await response.json()) as { events: WireEvent[] };
  expect(new Set(events.map(({ source, id }) => `${source}|${id}`)).size).toBe(events.length);
  return events.flatMap(({ type, data }) => (type === 'countersign.report.made.v1' ? (data.facts.reportId ?? []) : []));
}

/** Every report once at the collector, and once in the queue of a lead who is connected. */
async function allArrivedOnce(count: number): Promise<void> {
  await expect.poll(reportsAtCollector, { message: `${count} reports at the collector` }).toHaveLength(count);
  expect(new Set(await reportsAtCollector()).size).toBe(count);
  if (!lead) return;
  const queue = await panelFor(lead, undefined, 'Queue');
  await expect(queue.locator('[data-output-hash]')).toHaveCount(count);
  const hashes = await queue
    .locator('[data-output-hash]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-output-hash')));
  expect(new Set(hashes).size).toBe(count);
}

nightly('the service worker is stopped between flag and sync', async () => {
  await reporterConnects();
  await leadConnects();
  await flagAll(REPORTS);
  await stopServiceWorker(reporter);
  expect((await reportsAtCollector()).length).toBeLessThanOrEqual(REPORTS);
  await allArrivedOnce(REPORTS);
});

test('the browser is closed before anything was sent, and opened again', async () => {
  await reporterConnects(profile);
  await collector.stop();
  await flagAll(REPORTS);
  await reporter.close();
  await collector.start();
  reporter = await launchChromium({ userDataDir: profile });
  await allArrivedOnce(REPORTS);
});

test('with no endpoint to be reached, the panel says what waits and why; then the collector is killed while it is being written to, again and again, and nothing is lost', async () => {
  await reporterConnects();
  await leadConnects();
  await collector.stop();
  const page = await flagAll(REPORTS);
  const panel = await panelFor(reporter, page, 'My reports');
  await expect(panel.locator('[data-report-id]')).toHaveCount(REPORTS);
  // Each report, and the answer that it is about.
  await expect(panel.locator('footer')).toContainText(`${2 * REPORTS} items wait to be sent`);
  await expect(panel.locator('footer')).toContainText(/Nothing answers/);
  for (let round = 0; round < KILLS; round++) {
    await collector.start();
    // Killed as soon as it has been asked for something: with luck in the middle of it.
    await panel.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await collector.kill9();
  }
  await collector.start();
  await allArrivedOnce(REPORTS);
  await expect(panel.locator('footer').getByText('All sent')).toBeVisible();
});
