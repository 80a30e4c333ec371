/**
 * What a gate costs, under a policy of 200 processes: the time of a copy about which it decides and which it lets go, the time of
 * one that it holds until the reasons stand on the page, the first of a page by itself, each beside the same copy without a gate;
 * and script time of an answer that streams on a page which no process takes, over the same in a build that has no gate and under
 * no policy. All of it is the processor's time.
 */
import type { Page } from 'playwright';
import { buildDir } from '../../scripts/machine.ts';
import type { Report } from '../../scripts/measure.ts';
import { type ExtensionBrowser, launchChromium } from '../e2e/harness/chromium.ts';
import { loadPolicy } from '../e2e/harness/flows.ts';
import { FAQ, policyWith } from '../e2e/harness/pages/gated.ts';
import { startServer } from '../e2e/harness/server.ts';
import { startLive } from '../live/server.ts';
import { median, rest, scriptMs } from './cost/script-time.ts';
import { ANSWERS, type Copied, copiesAt, pageOf } from './gate/copies.ts';
import { answer, mustHaveRead, mustShowBadge } from './stream/answering.ts';

const PROCESSES = 200;
const COPIES = 400;
/** Pages of which only the first copy counts. */
const FIRSTS = 9;
/** Pages in which answers stream, in all browsers at once, and answers in each; the first one is left out, while scripts are still compiled. */
const PAGES = 8;
const STREAMS = 6;
const TOKENS = 1_500;
const HISTORY = 25;
const PER_FRAME = 20;
const MOST_MS = 5;
/** One of sixty in a second. */
const FRAME_MS = 16.7;
const MOST_RATIO = 1.02;

/** The ones that take the pages come last. */
const POLICY = policyWith(
  ...Array.from({ length: PROCESSES - 2 }, (_, at) => ({
    ...FAQ,
    ...{ id: `process-${at}`, name: `Process ${at}`, applies: { addresses: [`desk-${at}.acme.example/faq`] } },
  })),
  FAQ,
  {
    ...FAQ,
    ...{ id: 'open', name: 'Open', applies: { addresses: ['127.0.0.1/let-go'] } },
    gate: { ...FAQ.gate, unreviewed: 'pass' },
  },
);

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
const p99 = (values: readonly number[]): number => percentile(values, 0.99);
const inMs = (value: number): string => `${value.toFixed(2)} ms`;

async function tellCopies(report: Report, under: ExtensionBrowser, without: ExtensionBrowser): Promise<void> {
  const server = await startServer();
  const [gated, open, free] = ['gated', 'let-go', 'free'].map((name) => server.page(`/${name}/long`, pageOf(name)));
  const count = COPIES;
  const plain = await copiesAt(without, String(free), { count, gate: 'none' });
  const decided = await copiesAt(under, String(open), { count, gate: 'open' });
  const held = await copiesAt(under, String(gated), { count, gate: 'closed' });
  const beside = ({ byClock }: Copied) =>
    `without a gate ${inMs(p99(plain.spent))}; by the clock ${inMs(p99(byClock))} and ${inMs(p99(plain.byClock))}`;
  const of = `${PROCESSES} processes, ${ANSWERS} answers, p99`;
  report({
    name: `copy decided on and let go, ${of}`,
    ...{ value: p99(decided.spent), unit: 'ms', goal: { atMost: MOST_MS }, beside: beside(decided) },
  });
  report({
    name: `copy held, with its reasons on the page, ${of}`,
    ...{ value: p99(held.spent), unit: 'ms', goal: { atMost: FRAME_MS }, beside: beside(held) },
  });
  await tellFirsts(report, () => copiesAt(under, String(gated), { count: 1, gate: 'closed' }));
  await server.close();
}

/** What most people meet is the first one of a page: a percentile of many on one page says nothing of that. */
async function tellFirsts(report: Report, first: () => Promise<Copied>): Promise<void> {
  const [spent, byClock]: [number[], number[]] = [[], []];
  for (let at = 0; at < FIRSTS; at++) {
    const copied = await first();
    spent.push(...copied.spent);
    byClock.push(...copied.byClock);
  }
  report({
    name: `first copy held in a page, the worst of ${FIRSTS} pages`,
    ...{ value: Math.max(...spent), unit: 'ms', goal: { atMost: FRAME_MS } },
    beside: `median ${inMs(median(spent))}; by the clock ${inMs(Math.max(...byClock))} and ${inMs(median(byClock))}`,
  });
}

/** A page of a conversation that no process takes. */
async function conversationIn(browser: ExtensionBrowser, url: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await page.locator('body[data-ready]').waitFor();
  await mustHaveRead(browser, page);
  await rest(page);
  return page;
}

/** Script time of one answer and what comes after it, as the bench of streaming has it. */
const streamed = (page: Page, turn: number): Promise<number> =>
  scriptMs(page, async () => {
    await answer(page, { turn, tokens: TOKENS, asks: false, perFrame: PER_FRAME });
    await rest(page);
  });

type Way = 'under' | 'without' | 'again';
type Browsers = Record<Way, ExtensionBrowser>;

/** Time of each answer of a new page, and of the others that streamed at the very same time in other browsers. */
async function streamedAtOnce(browsers: Browsers, url: string): Promise<Record<Way, number>[]> {
  const ways = Object.keys(browsers) as Way[];
  const pages = await Promise.all(ways.map((way) => conversationIn(browsers[way], url)));
  const times: Record<Way, number>[] = [];
  for (let at = 0; at < STREAMS; at++) {
    const spent = await Promise.all(pages.map((page) => streamed(page, 2 * (HISTORY + at + 1))));
    times.push(Object.fromEntries(ways.map((way, index) => [way, spent[index]])) as Record<Way, number>);
  }
  await Promise.all(pages.map(mustShowBadge));
  await Promise.all(pages.map((page) => page.close()));
  return times.slice(1);
}

/**
 * An answer's time differs by a tenth from the next one's, and by a few hundredths from page to page, in one and the same build. So
 * each is compared with those that streamed at the same time, in many pages; and the build without the gate runs twice, which
 * tells what of the figure is the machine's.
 */
async function tellStreaming(report: Report, browsers: Browsers): Promise<void> {
  const live = await startLive();
  const url = live.pageUrl('plain', { history: HISTORY, tokens: TOKENS });
  const times: Record<Way, number>[] = [];
  for (let page = 0; page < PAGES; page++) times.push(...(await streamedAtOnce(browsers, url)));
  const of = (way: Way) => inMs(median(times.map((time) => time[way])));
  const same = median(times.map(({ without, again }) => again / without));
  report({
    name: 'streaming where no process applies, script time under the policy over a build without the gate',
    value: median(times.map(({ under, without, again }) => (2 * under) / (without + again))),
    ...{ unit: 'x', goal: { atMost: MOST_RATIO } },
    beside: `${of('under')} and ${of('without')}; a build without the gate over itself ${same.toFixed(3)}`,
  });
  await live.close();
}

export default async function gate(report: Report): Promise<void> {
  const ungated = () => launchChromium({ extensionDir: buildDir('chrome-mv3-ungated') });
  const [under, without, again] = await Promise.all([launchChromium(), ungated(), ungated()]);
  await loadPolicy(under, POLICY);
  await tellCopies(report, under, without);
  await tellStreaming(report, { under, without, again });
  await Promise.all([under.close(), without.close(), again.close()]);
}
