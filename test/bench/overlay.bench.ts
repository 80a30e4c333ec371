/**
 * What badges at 500 answers cost: main-thread time until they are there, frame times while the conversation is scrolled,
 * and heap; beside the same page without us, and beside a page with one React root in a shadow root at each answer.
 */
import type { CDPSession, Page } from 'playwright';
import type { Report } from '../../scripts/measure.ts';
import { bundle } from '../bundle.ts';
import { type ExtensionBrowser, launchChromium } from '../e2e/harness/chromium.ts';
import { type Live, startLive } from '../live/server.ts';
import { mustHaveRead, mustShowBadge } from './stream/answering.ts';

const OUTPUTS = 500;
/** As many runs of each, interleaved, since the machine's speed drifts. */
const RUNS = 5;
const WAYS = ['none', 'ours', 'react'] as const;
type Way = (typeof WAYS)[number];

const FRAMES = 240;
const PIXELS_A_FRAME = 60;

interface Cost {
  /** Main thread's processor time from the page's first byte to everything being there, in ms. */
  mountMs: number;
  /** 95th percentile of the time from frame to frame, in ms. */
  frameMs: number;
  /** 95th percentile of the main thread's processor time in a scrolled frame, in ms. */
  taskMs: number;
  heapKb: number;
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
}

/** Scripts' objects of all worlds, and the DOM's. */
async function heapKb(session: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize } = await session.send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize) / 1_024;
}

/** Times from frame to frame while the conversation is scrolled up through, in ms. */
const scroll = (page: Page): Promise<number[]> =>
  page.evaluate(
    async ([frames, pixels]) => {
      const times: number[] = [];
      let last = await new Promise<number>(requestAnimationFrame);
      for (let frame = 0; frame < frames; frame++) {
        scrollBy(0, -pixels);
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - last);
        last = now;
      }
      return times;
    },
    [FRAMES, PIXELS_A_FRAME] as const,
  );

/** One frame's scrolling, until it is drawn and what waits for that has run. */
const SCROLL_ONCE = `new Promise((done) => { scrollBy(0, -${PIXELS_A_FRAME}); requestAnimationFrame(() => setTimeout(done)) })`;

/** Processor time of the main thread for each of as many frames, in ms: other programs do not add to it. */
async function scrollTasks(page: Page, session: CDPSession): Promise<number[]> {
  const times: number[] = [];
  let before = await metric(session, 'TaskDuration');
  for (let frame = 0; frame < FRAMES; frame++) {
    await page.evaluate(SCROLL_ONCE);
    const after = await metric(session, 'TaskDuration');
    times.push((after - before) * 1_000);
    before = after;
  }
  return times;
}

const p95 = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

/** Three idle times in a row, each after a while of the page's own clock. */
const idle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let round = 0; round < 3; round++) {
      await new Promise<void>((done) => setTimeout(done, 300));
      await new Promise<void>((done) => requestIdleCallback(() => done()));
    }
  });

async function mount({ page, way, browser }: Opened, code: string): Promise<void> {
  if (way === 'react') {
    await page.evaluate(code); // not as a script element: the page's policy allows none
    const mounted = await page.evaluate(() => (window as unknown as { mountReactRoots(): number }).mountReactRoots());
    if (mounted !== OUTPUTS) throw new Error(`${mounted} React roots instead of ${OUTPUTS}`);
  }
  await idle(page);
  if (way !== 'ours') return;
  await mustHaveRead(browser, page);
  await mustShowBadge(page);
}

interface Opened {
  page: Page;
  way: Way;
  browser: ExtensionBrowser;
}

/** Badges are drawn as their outputs come into view: those that stand there after the scrolling have come by it. */
async function costOf(opened: Opened, url: string, code: string): Promise<Cost> {
  const { page, way } = opened;
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url);
  await page.locator('body[data-ready]').waitFor();
  await mount(opened, code);
  const mountMs = (await metric(session, 'TaskDuration')) * 1_000;
  const heap = await heapKb(session);
  const taskMs = p95(await scrollTasks(page, session));
  if (way === 'ours') await mustShowBadge(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await idle(page);
  const frameMs = p95(await scroll(page));
  await session.detach();
  return { mountMs, frameMs, taskMs, heapKb: heap };
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
/** Of times the least: whatever else the machine does only adds to them. */
const least = (values: number[]): number => Math.min(...values);

async function measure(live: Live, browsers: Record<Way, ExtensionBrowser>): Promise<Record<Way, Cost>> {
  const code = await bundle(new URL('overlay/react-roots.tsx', import.meta.url));
  const url = live.pageUrl('plain', { history: OUTPUTS });
  const runs: Record<Way, Cost[]> = { none: [], ours: [], react: [] };
  for (let run = 0; run < RUNS; run++)
    for (const way of WAYS) {
      const page = await browsers[way].context.newPage();
      await page.bringToFront();
      runs[way].push(await costOf({ page, way, browser: browsers[way] }, url, code));
      await page.close();
    }
  const middle = (way: Way): Cost => ({
    mountMs: least(runs[way].map((cost) => cost.mountMs)),
    frameMs: least(runs[way].map((cost) => cost.frameMs)),
    taskMs: least(runs[way].map((cost) => cost.taskMs)),
    heapKb: median(runs[way].map((cost) => cost.heapKb)),
  });
  return { none: middle('none'), ours: middle('ours'), react: middle('react') };
}

export default async function overlay(report: Report): Promise<void> {
  const live = await startLive();
  const bare = await launchChromium({ bare: true });
  const browser = await launchChromium();
  try {
    const { none, ours, react } = await measure(live, { none: bare, ours: browser, react: bare });
    report({
      name: 'scroll, p95 of frame times',
      value: ours.frameMs / none.frameMs,
      unit: 'x the page without us',
      goal: { atMost: 1.05 },
      beside: `${ours.frameMs.toFixed(1)} ms with us, ${none.frameMs.toFixed(1)} ms without, ${react.frameMs.toFixed(1)} ms with React roots`,
    });
    report({
      name: 'scroll, p95 of main-thread time a frame',
      value: ours.taskMs / none.taskMs,
      unit: 'x the page without us',
      goal: { atMost: 1.05 },
      beside: `${ours.taskMs.toFixed(2)} ms with us, ${none.taskMs.toFixed(2)} ms without, ${react.taskMs.toFixed(2)} ms with React roots`,
    });
    report({
      name: 'mount, main thread',
      value: (ours.mountMs - none.mountMs) / (react.mountMs - none.mountMs),
      unit: 'x one React root per output',
      goal: { atMost: 1 },
      beside: `page alone ${none.mountMs.toFixed(0)} ms, and on top of it ${(ours.mountMs - none.mountMs).toFixed(0)} ms with us (reading every answer too), ${(react.mountMs - none.mountMs).toFixed(0)} ms with React roots`,
    });
    report({
      name: 'heap',
      value: (ours.heapKb - none.heapKb) / (react.heapKb - none.heapKb),
      unit: 'x one React root per output',
      goal: { atMost: 1 },
      beside: `page alone ${none.heapKb.toFixed(0)} KB, and on top of it ${(ours.heapKb - none.heapKb).toFixed(0)} KB with us, ${(react.heapKb - none.heapKb).toFixed(0)} KB with React roots`,
    });
  } finally {
    await Promise.all([bare.close(), browser.close()]);
    await live.close();
  }
}
