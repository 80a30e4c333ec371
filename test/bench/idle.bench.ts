/**
 * What the extension costs where there is nothing to do: timers left waiting, wake-ups in a quiet time, and heap over the
 * same page in a browser without extensions, on pages with no AI text and after a chat was closed.
 */
import type { BrowserContext, Page } from 'playwright';
import type { Report } from '../../scripts/measure.ts';
import { plainHtml } from '../detect/pages.ts';
import { type ExtensionBrowser, launchChromium } from '../e2e/harness/chromium.ts';
import { type Live, startLive } from '../live/server.ts';
import { contentScriptsOf, leftWaiting, scriptsOf, wakeUps } from './cost/ours.ts';
import { median, rest } from './cost/script-time.ts';
import { type TraceEvent, traced } from './cost/trace.ts';
import { switchProfilesOff } from './profiles-off.ts';
import { answer, mustShowBadge } from './stream/answering.ts';

/** As many runs of each, interleaved. */
const RUNS = 3;
/** Idle times of 400 ms each: until all that was begun has ended, and how long nothing may happen then. */
const SETTLING = 15;
const QUIET = 12;
const MOST_HEAP_KB = 1_024;
/** Turns of the chat that is closed. */
const CHAT_TURNS = 500;

/** A page without AI text, and how many scripts of ours belong in it. */
interface Site {
  name: string;
  address: string;
  /** Ends of the addresses of the scripts of ours that must be there. */
  scripts: string[];
}

const SITES: Site[] = [
  { name: 'a known tool without turns', address: 'https://chatgpt.com/', scripts: ['detector.js'] },
  { name: 'a watched unknown site', address: 'http://127.0.0.1/', scripts: ['detector.js', 'learner.js'] },
  { name: 'any other site', address: 'https://site.example/', scripts: [] },
];

/** Answers each of the sites' addresses with an article, and nothing else. */
async function serveSites(context: BrowserContext): Promise<void> {
  const html = plainHtml('article', 'en');
  if (!html) throw new Error('there is no article to show');
  const body = `<!doctype html><html lang="en"><title>${html.title}</title><link rel="icon" href="data:,">${html.body}</html>`;
  for (const { address } of SITES)
    await context.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
}

async function onPage<T>({ context }: ExtensionBrowser, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Opens a site and leaves it alone; the quiet time begins at a time stamp. */
const quietTrace = (browser: ExtensionBrowser, { address }: Site): Promise<TraceEvent[]> =>
  onPage(browser, (page) =>
    traced(page, async () => {
      await page.goto(address);
      await rest(page, SETTLING);
      await page.evaluate(() => console.timeStamp('quiet'));
      await rest(page, QUIET);
    }),
  );

async function tellQuiet(report: Report, browser: ExtensionBrowser, site: Site): Promise<void> {
  const place = contentScriptsOf(browser.extensionId);
  const events = await quietTrace(browser, site);
  const there = scriptsOf(events, place);
  if (!site.scripts.every((name) => there.has(place + name)))
    throw new Error(`on ${site.name}, of ours only these ran: ${[...there].join(', ') || 'none'}`);
  const since = events.find(({ name }) => name === 'TimeStamp')?.ts;
  if (since === undefined) throw new Error('the quiet time has no beginning');
  const seconds = ((events.at(-1)?.ts ?? since) - since) / 1e6;
  const none = (name: string, value: number, beside: string) =>
    report({ name: `${name}, ${site.name}`, value, unit: '', goal: { atMost: 0 }, beside });
  if (site.scripts.length === 0) none('scripts of ours', there.size, 'none belongs there');
  none('timers left waiting', leftWaiting(events, place), `${there.size} scripts of ours`);
  none('wake-ups', wakeUps(events, place, since), `${seconds.toFixed(0)} s of quiet`);
}

/** Heap of a page's process after garbage was collected, in KB: of scripts in all worlds, and of the DOM. */
async function heapKb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  // What one collection frees may hold what only the next one finds.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1_024;
}

/** Heap over no extension after the same was done in both browsers: medians of interleaved runs. */
async function tellHeap(
  report: Report,
  name: string,
  [bare, browser]: [ExtensionBrowser, ExtensionBrowser],
  work: (page: Page, withUs: boolean) => Promise<void>,
): Promise<void> {
  const heaps: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++)
    for (const [index, of] of [bare, browser].entries())
      heaps[index]?.push(
        await onPage(of, async (page) => {
          await work(page, of === browser);
          await rest(page, SETTLING);
          return heapKb(page);
        }),
      );
  const [without, withUs] = [median(heaps[0]), median(heaps[1])];
  report({
    name: `heap over no extension, ${name}`,
    value: withUs - without,
    unit: 'KB',
    goal: { atMost: MOST_HEAP_KB },
    beside: `the page alone ${without.toFixed(0)} KB`,
  });
}

/** Opens a long chat, has it answer once, and closes it without leaving the page. */
const closeChat = (live: Live, asks: boolean) => async (page: Page, withUs: boolean) => {
  await page.goto(live.pageUrl('plain', { history: CHAT_TURNS / 2 }));
  await page.locator('body[data-ready]').waitFor();
  await rest(page);
  await answer(page, { turn: CHAT_TURNS + 2, tokens: 300, asks, perFrame: 20 });
  if (withUs) await mustShowBadge(page);
  await rest(page);
  await page.evaluate(() => document.querySelector('#thread')?.replaceChildren());
};

export default async function idle(report: Report): Promise<void> {
  const live = await startLive();
  const bare = await launchChromium({ bare: true });
  const browser = await launchChromium();
  const evidence = await launchChromium();
  try {
    await switchProfilesOff(evidence);
    for (const { context } of [bare, browser]) await serveSites(context);
    for (const site of SITES) await tellQuiet(report, browser, site);
    for (const { name, address } of SITES)
      await tellHeap(report, name, [bare, browser], async (page) => {
        await page.goto(address);
      });
    await tellHeap(report, 'a chat read by a profile, closed', [bare, browser], closeChat(live, false));
    await tellHeap(report, 'a chat read by evidence, closed', [bare, evidence], closeChat(live, true));
  } finally {
    await Promise.all([bare.close(), browser.close(), evidence.close()]);
    await live.close();
  }
}
