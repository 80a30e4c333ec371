/**
 * A lead's desk over 100,000 reports and 1,000,000 events on disk: first rows, a filter, a far page, the log at a date, each beside
 * the bare IndexedDB request for the same rows in the same run; a search; the figures; the longest task and the heap of the panel.
 *
 * COUNTERSIGN_DESK_OUTPUTS says how many reports, where not 100,000. Filling takes minutes: with COUNTERSIGN_DESK_PROFILE=folder the
 * profile stays there, and the next run begins with what it holds.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { hasTerms, termsOf } from '../../lib/domain/decision/sifted.ts';
import { foldOutput } from '../../lib/domain/fold/output.ts';
import { rowOf } from '../../lib/store/rows/output.ts';
import type { Report } from '../../scripts/measure.ts';
import { bundle } from '../bundle.ts';
import { type ExtensionBrowser, launchChromium } from '../e2e/harness/chromium.ts';
import { panelFor } from '../e2e/harness/flows.ts';
import { eventsOf, numbered } from '../e2e/queue/seeded.ts';
import { median } from './cost/script-time.ts';
import type * as InExtension from './desk/in-extension.ts';
import type * as Seeding from './desk/seeding.ts';
import { textOf } from './desk/words.ts';

/** What is loaded into an extension page. */
declare const benched: typeof InExtension & typeof Seeding;
declare const made: Seeding.Model[];

const PROFILE = process.env.COUNTERSIGN_DESK_PROFILE;
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

async function seed(browser: ExtensionBrowser, given: readonly Seeding.Model[]): Promise<void> {
  const filled = PROFILE && join(PROFILE, `filled-${OUTPUTS}`);
  if (filled && existsSync(filled)) return;
  const page = await panelFor(browser, undefined, 'This page');
  await load(page, './desk/seeding.ts');
  await page.evaluate((all) => Object.assign(globalThis, { made: all }), given);
  for (let from = 0; from < OUTPUTS; from += STEP)
    await page.evaluate(([first, end, each]) => benched.fill(made, first, end, each), [
      from,
      Math.min(OUTPUTS, from + STEP),
      EVENTS_EACH,
    ] as const);
  await page.close();
  if (filled) writeFileSync(filled, '');
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

/** How many of them hold some words, looked through one by one. */
const holding = (models: readonly Seeding.Model[], words: string): number =>
  Array.from({ length: OUTPUTS }, (_, n) => n).filter((n) => {
    const model = models[n % models.length];
    return model !== undefined && hasTerms({ ...model.row, content: { text: textOf(n) } }, termsOf(words));
  }).length;

const WORDS = 'recesso 12';

/** As the queue writes a number. */
const numberText = (value: number): string => new Intl.NumberFormat('en').format(value);

/** What is in the page: when its status first read like each of some patterns. */
declare const noted: { from: number; at: Record<string, number> };

/**
 * Notes, by the page's own clock, when its status first reads like each of some patterns: who asks from outside is answered in
 * steps of up to half a second.
 */
const noteStatus = (page: Page, patterns: readonly string[]): Promise<void> =>
  page.evaluate((each) => {
    const at: Record<string, number> = {};
    const look = () => {
      const said = [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent ?? '');
      for (const pattern of each)
        if (said.some((text) => new RegExp(pattern).test(text))) at[pattern] ??= performance.now();
      if (each.every((pattern) => pattern in at)) watching.disconnect();
    };
    const watching = new MutationObserver(look);
    watching.observe(document, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { noted: { from: performance.now(), at } });
  }, patterns);

/**
 * The index of words is made while the panel is open; then, in a panel that was just opened, a search as somebody types it: until
 * the first rows with the words stand there, until its own number does, and once more when all shards are ready.
 */
async function tellSearch(report: Report, panel: Page, models: readonly Seeding.Model[]): Promise<void> {
  await load(panel, './desk/in-extension.ts');
  const from = performance.now();
  const left = await panel.evaluate(() => benched.wordsRead());
  const reading = ((performance.now() - from) / 1_000).toFixed(0);
  const [some, found] = ['^[\\d,]+ of [\\d,]+ shown', `^${numberText(holding(models, WORDS))} of [\\d,]+ shown`];
  await panel.reload();
  await panel.locator('li[data-output-hash] button').first().waitFor();
  for (const name of ['a search in a panel just opened', 'the same once more']) {
    await panel.keyboard.press('/');
    await noteStatus(panel, [some, found]);
    await panel.keyboard.type(WORDS);
    await panel.getByText(new RegExp(found)).waitFor();
    const after = await panel.evaluate((each) => each.map((one) => (noted.at[one] ?? Number.NaN) - noted.from), [
      some,
      found,
    ] as const);
    report({
      ...{ name: `${name}, to its rows, all letters typed`, value: after[1] ?? Number.NaN, unit: 'ms' },
      ...{ goal: { atMost: 1_000 } },
      beside: `${holding(models, WORDS)} found, first rows after ${after[0]?.toFixed(0)} ms; the index of the last ${left} was made in ${reading} s, beside the panel`,
    });
    await panel.getByRole('searchbox').fill('');
    await panel.getByText(/^[\d,]+ answers wait/).waitFor();
    await panel.getByText(new RegExp(some)).waitFor({ state: 'detached' });
    await panel.keyboard.press('Escape');
  }
}

/** In the page, from its begin: notes by its own clock when the first figure stands there. */
function noteFigure(): void {
  const watching = new MutationObserver(() => {
    if (!document.querySelector('[data-metric]')) return;
    Object.assign(globalThis, { figureMs: performance.now() });
    watching.disconnect();
  });
  watching.observe(document, { subtree: true, childList: true });
}

/** Opens the figures and gives, by the page's own clock, when the first one stands there. */
async function figuresOpened({ context, urlOf }: ExtensionBrowser): Promise<{ page: Page; ms: number }> {
  const page = await context.newPage();
  await watchTasks(page);
  await page.addInitScript(noteFigure);
  await page.goto(urlOf('figures.html'));
  await page.locator('[data-metric]').first().waitFor({ timeout: READING_MS });
  return { page, ms: await page.evaluate(() => (globalThis as unknown as { figureMs: number }).figureMs) };
}

/** The bare requests, in a page of the extension in which nothing else is. */
async function countedBare(browser: ExtensionBrowser): Promise<{ ms: number; rows: number }> {
  const page = await browser.open('manifest.json');
  await load(page, './desk/in-extension.ts');
  const bare = await page.evaluate(() => benched.countedBare());
  await page.close();
  return bare;
}

const FIGURE_RUNS = 6;

/** The figures, from nothing to the screen, and beside the bare requests for the rows that they are counted from; medians. */
async function tellFigures(report: Report, browser: ExtensionBrowser): Promise<void> {
  const [ours, bare]: [number[], { ms: number; rows: number }[]] = [[], []];
  for (let run = 0; run < FIGURE_RUNS; run += 1) {
    // What was read a moment before is read faster: the first of a pair is never the same one.
    if (run % 2 === 1) bare.push(await countedBare(browser));
    const { page, ms } = await figuresOpened(browser);
    ours.push(ms);
    if (run === 0) await tellPage(report, 'figures', page);
    await page.close();
    if (run % 2 === 0) bare.push(await countedBare(browser));
  }
  const [own, other] = [median(ours), median(bare.map(({ ms }) => ms))];
  report({
    ...{ name: 'figures, over the bare requests', value: own / other, unit: 'x', goal: { atMost: MOST_RATIO } },
    beside: `there after ${(own / 1_000).toFixed(2)} s, ${bare[0]?.rows} rows bare ${(other / 1_000).toFixed(2)} s`,
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
  if (PROFILE) mkdirSync(PROFILE, { recursive: true });
  const browser = await launchChromium(PROFILE ? { userDataDir: PROFILE } : {});
  try {
    const made = await models();
    await seed(browser, made);
    const panel = await panelFor(browser, undefined, 'Queue');
    await panel.locator('li[data-output-hash] button').first().waitFor();
    await watchTasks(panel);
    await panel.reload();
    await panel.locator('li[data-output-hash] button').first().waitFor();
    await tellSearch(report, panel, made);
    await tellPage(report, 'queue', panel);
    await panel.getByRole('tab', { name: 'Log' }).click();
    await panel.locator('li[data-event-key]').first().waitFor();
    await tellPage(report, 'log', panel);
    await tellRatios(report, panel);
    await tellFigures(report, browser);
  } finally {
    await browser.close();
  }
}
