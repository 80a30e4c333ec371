/**
 * What the detector costs while an answer streams: script time of the page with it, over the same page with a
 * `MutationObserver` that does nothing. 3,000 tokens into conversations of 50 and of 2,000 turns, in one run.
 */
import type { CDPSession, Page } from 'playwright';
import type { Report } from '../../scripts/measure.ts';
import { type ExtensionBrowser, launchChromium } from '../e2e/harness/chromium.ts';
import { deepCount, deepTexts } from '../e2e/harness/deep.ts';
import { type Live, startLive } from '../live/server.ts';

const TOKENS = 3_000;
/** As many runs of each, interleaved, since the machine's speed drifts. */
const RUNS = 5;
const TURNS = [50, 2_000];

type Way = 'none' | 'observer' | 'detector';

/** Script time of the main thread, in ms: the browser's own count, isolated worlds included. */
async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1_000;
}

const OBSERVE = `new MutationObserver(() => {}).observe(document, { subtree: true, childList: true, characterData: true })`;

async function streamOnce(page: Page, url: string, way: Way): Promise<number> {
  await page.goto(url);
  await page.locator('body[data-ready]').waitFor();
  if (way === 'observer') await page.evaluate(OBSERVE);
  // What was there before is read first: the bench is of the stream.
  if (way === 'detector') await page.locator('[data-countersign]').first().waitFor({ state: 'attached' });
  await idle(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const before = await scriptMs(session);
  await page.evaluate((count) => (window as unknown as PlainWindow).stream(count, { perFrame: 20 }), TOKENS);
  if (way === 'detector') await page.waitForFunction(settled);
  await idle(page);
  const spent = (await scriptMs(session)) - before;
  await session.detach();
  if (way === 'detector') await mustHaveFound(page, url);
  return spent;
}

/** A detector that finds nothing costs nothing: the streamed answer's badge must be there. */
async function mustHaveFound(page: Page, url: string): Promise<void> {
  const badges = await deepCount(page, 'button[data-status]');
  const texts = await deepTexts(page, 'button[data-status]');
  if (badges === 0 || texts.every((text) => text === '')) throw new Error(`no badge was drawn at ${url}`);
}

interface PlainWindow {
  stream(count: number, options: { perFrame: number }): Promise<string>;
}

/** The page's own mark is gone; what the detector does at the end of an answer comes within the idle times below. */
const settled = () => document.querySelector('.result-streaming') === null;

/** Three idle times in a row, each after a second of the page's own clock. */
async function idle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let round = 0; round < 3; round++) {
      await new Promise<void>((done) => setTimeout(done, 400));
      await new Promise<void>((done) => requestIdleCallback(() => done()));
    }
  });
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function measure(
  live: Live,
  browsers: Record<Way, ExtensionBrowser>,
  turns: number,
): Promise<Record<Way, number>> {
  const spent: Record<Way, number[]> = { none: [], observer: [], detector: [] };
  const url = live.pageUrl('plain', { history: turns / 2, tokens: TOKENS });
  for (let run = 0; run < RUNS; run++)
    for (const way of ['none', 'observer', 'detector'] as const) {
      const page = await browsers[way].context.newPage();
      spent[way].push(await streamOnce(page, url, way));
      await page.close();
    }
  return { none: median(spent.none), observer: median(spent.observer), detector: median(spent.detector) };
}

export default async function stream(report: Report): Promise<void> {
  const live = await startLive();
  const bare = await launchChromium({ args: ['--disable-extensions'] });
  const browser = await launchChromium();
  try {
    const results: Record<Way, number>[] = [];
    for (const turns of TURNS) {
      const result = await measure(live, { none: bare, observer: bare, detector: browser }, turns);
      results.push(result);
      report({
        name: `stream, ${turns} turns`,
        value: result.detector / result.observer,
        unit: 'x a no-op observer',
        goal: { atMost: 1.5 },
        beside: `${result.detector.toFixed(0)} ms with the detector, ${result.observer.toFixed(0)} ms no-op observer, ${result.none.toFixed(0)} ms none`,
      });
    }
    const [few, many] = results;
    if (!few || !many) return;
    const ratio = (of: Record<Way, number>) => of.detector / of.observer;
    report({
      name: 'stream, growth from 50 to 2,000 turns',
      value: ratio(many) / ratio(few),
      unit: 'x',
      goal: { atMost: 1.2 },
      beside: `no-op observer alone ${(many.observer / few.observer).toFixed(2)} x`,
    });
  } finally {
    await Promise.all([bare.close(), browser.close()]);
    await live.close();
  }
}
