/**
 * A lead's desk over 100,000 reports and 1,000,000 events on disk: first rows, a filter, a far page, the log at a date, each beside
 * the bare IndexedDB request for the same rows in the same run; a search; the figures; the longest task and the heap of the panel.
 */
import type { Page } from 'playwright';
import { foldOutput } from '../../lib/domain/fold/output.ts';
import { rowOf } from '../../lib/store/rows/output.ts';
import type { Report } from '../../scripts/measure.ts';
import { bundle } from '../bundle.ts';
import { type ExtensionBrowser, launchChromium } from '../e2e/harness/chromium.ts';
import { panelFor } from '../e2e/harness/flows.ts';
import { eventsOf, numbered } from '../e2e/queue/seeded.ts';
import type * as InExtension from './desk/in-extension.ts';
import type * as Seeding from './desk/seeding.ts';

/** What is loaded into an extension page. */
declare const benched: typeof InExtension & typeof Seeding;
declare const made: Seeding.Model[];

const OUTPUTS = Number(process.env.COUNTERSIGN_DESK_OUTPUTS ?? 100_000);
const EVENTS_EACH = 10;
/** Outputs of one transaction. */
const STEP = 2_000;
const MODELS = 60;
const FAR_PAGE = Math.floor((OUTPUTS / 50) * 0.5);
const MOST_RATIO = 2;
const MOST_TASK_MS = 50;
const MOST_HEAP_MB = 150;
/** Reading the words of all of them takes minutes, once. */
const READING_MS = 20 * 60_000;

async function models(): Promise<Seeding.Model[]> {
  return Promise.all(
    Array.from({ length: MODELS }, async (_, n) => {
      const events = await eventsOf(numbered(n), n);
      const output = foldOutput(events);
      if (!output) throw new Error('a model folds');
      const row = rowOf(output);
      const stored = events.map(({ ...event }) => {
        const { sealed: _sealed, ...data }: { sealed?: unknown } = event.data;
        return { key: '', subject: row.hash, event: { ...event, data } } as Seeding.Model['events'][number];
      });
      return { hash: row.hash, since: row.line?.since ?? '', row, events: stored };
    }),
  );
}

/** Loads code into an extension page and gives back what it exports. */
const load = async (page: Page, entry: string): Promise<void> => {
  await page.evaluate(await bundle(new URL(entry, import.meta.url)));
};

async function seed(browser: ExtensionBrowser): Promise<void> {
  const page = await panelFor(browser, undefined, 'This page');
  await load(page, './desk/seeding.ts');
  const made = await models();
  await page.evaluate((given) => Object.assign(globalThis, { made: given }), made);
  for (let from = 0; from < OUTPUTS; from += STEP)
    await page.evaluate(([first, end, each]) => benched.fill(made, first, end, each), [
      from,
      Math.min(OUTPUTS, from + STEP),
      EVENTS_EACH,
    ] as const);
  await page.close();
}

/** Notes each task of a page over 50 ms; what starts the page is in it too. */
const watchTasks = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
  });
};

const longest = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks));

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1024 / 1024;
}

async function tellRatios(report: Report, page: Page): Promise<void> {
  await load(page, './desk/in-extension.ts');
  const day = new Date(Date.parse('2026-02-01T08:00:00.000Z') + (OUTPUTS / 2) * 240_000).toISOString();
  const all = await page.evaluate(([far, at]) => benched.measured(far, at), [FAR_PAGE, day] as const);
  for (const { name, ours, bare, rows } of all)
    report({
      ...{ name: `${name}, over the bare request`, value: ours / bare, unit: 'x', goal: { atMost: MOST_RATIO } },
      beside: `${rows} rows in ${ours.toFixed(1)} ms, bare ${bare.toFixed(1)} ms`,
    });
}

/** A search as somebody types it, in the panel. */
async function tellSearch(report: Report, panel: Page): Promise<void> {
  await panel.keyboard.press('/');
  const from = performance.now();
  await panel.keyboard.type('garanzia 7');
  await panel.getByText(/^[\d,.]+ of [\d,.]+ shown/).waitFor({ timeout: READING_MS });
  await panel.getByText(/Still reading/).waitFor({ state: 'hidden', timeout: READING_MS });
  const reading = performance.now() - from;
  await panel.getByRole('searchbox').fill('');
  await panel.locator('li[data-output-hash] button').first().waitFor();
  const again = performance.now();
  await panel.getByRole('searchbox').fill('recesso 12');
  await panel.getByText(/^[\d,.]+ of [\d,.]+ shown/).waitFor();
  report({
    ...{ name: 'a search, from its last letter to its rows', value: performance.now() - again, unit: 'ms' },
    ...{ goal: { atMost: 1_000 }, beside: `the index was made in ${(reading / 1_000).toFixed(0)} s, beside the panel` },
  });
}

async function tellPage(report: Report, name: string, page: Page): Promise<void> {
  const beside = `${OUTPUTS} reports, ${OUTPUTS * EVENTS_EACH} events`;
  report({
    name: `longest task, ${name}`,
    value: await longest(page),
    unit: 'ms',
    goal: { atMost: MOST_TASK_MS },
    beside,
  });
  report({ name: `heap, ${name}`, value: await heapMb(page), unit: 'MB', goal: { atMost: MOST_HEAP_MB }, beside });
}

export default async function desk(report: Report): Promise<void> {
  const browser = await launchChromium();
  try {
    await seed(browser);
    const panel = await panelFor(browser, undefined, 'Queue');
    await panel.locator('li[data-output-hash] button').first().waitFor();
    await watchTasks(panel);
    await panel.reload();
    await panel.locator('li[data-output-hash] button').first().waitFor();
    await tellSearch(report, panel);
    await tellPage(report, 'queue', panel);
    await panel.getByRole('tab', { name: 'Log' }).click();
    await panel.locator('li[data-event-key]').first().waitFor();
    await tellPage(report, 'log', panel);
    await tellRatios(report, panel);
    const figures = await browser.context.newPage();
    await watchTasks(figures);
    const from = performance.now();
    await figures.goto(`chrome-extension://${browser.extensionId}/figures.html`);
    await figures.locator('[data-metric]').first().waitFor({ timeout: READING_MS });
    const ms = performance.now() - from;
    await tellPage(report, `figures (there after ${(ms / 1_000).toFixed(1)} s)`, figures);
  } finally {
    await browser.close();
  }
}
