/**
 * What a gate costs, under a policy of 200 processes: the time of a copy about which it decides and which it lets go, the time of
 * one that it holds until the reasons stand on the page, each beside the same copy without a gate; and script time of an answer
 * that streams on a page which no process takes, over the same in a build that has no gate and under no policy.
 */
import type { Page } from 'playwright';
import { buildDir } from '../../scripts/machine.ts';
import type { Report } from '../../scripts/measure.ts';
import { type ExtensionBrowser, launchChromium } from '../e2e/harness/chromium.ts';
import { deepWait } from '../e2e/harness/deep.ts';
import { badge } from '../e2e/harness/flows.ts';
import { FAQ, loadPolicy, policyWith } from '../e2e/harness/pages/gated.ts';
import { startServer } from '../e2e/harness/server.ts';
import { startLive } from '../live/server.ts';
import { median, rest, scriptMs } from './cost/script-time.ts';
import { answer, mustHaveRead, mustShowBadge } from './stream/answering.ts';

const PROCESSES = 200;
const ANSWERS = 200;
const COPIES = 400;
/** As many runs of each, interleaved, since the machine's speed drifts. */
const RUNS = 5;
const TOKENS = 3_000;
const HISTORY = 25;
const PER_FRAME = 20;
const MOST_MS = 5;
/** One of sixty in a second. */
const FRAME_MS = 16.7;
const MOST_RATIO = 1.02;

const PAGE = `<!doctype html><meta charset="utf-8"><title>Long</title><main>${Array.from(
  { length: ANSWERS },
  (_, at) =>
    `<article data-turn="assistant" data-testid="conversation-turn-${at}"><div data-message-author-role="assistant" data-message-id="m${at}" data-message-model-slug="m"><div class="markdown"><p id="a${at}">${`Answer ${at} says what part ${at * 7} of the plan costs and when it is due. `.repeat(8)}</p></div></div></article>`,
).join('')}</main>`;

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

/**
 * Times in ms of copies, each of another answer, as the page's own clock has them. A browser lets a page copy for five seconds after
 * a person did something: each has its own leave. Before every other one the box is put away, where there is one.
 */
async function copies(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < COPIES; at++) {
    if (at % 2 === 0) await page.keyboard.press('Escape');
    times.push(await page.evaluate(copyOf, `a${at % ANSWERS}`));
  }
  return times;
}

/** In the page. */
async function copyOf(id: string): Promise<number> {
  const one = document.getElementById(id);
  if (one) getSelection()?.selectAllChildren(one);
  // What the selection itself costs is no part of the copy.
  await new Promise(requestAnimationFrame);
  document.body.getBoundingClientRect();
  const before = performance.now();
  const isDone = document.execCommand('copy');
  const spent = performance.now() - before;
  if (!isDone) throw new Error('nothing was copied');
  return spent;
}

async function copiesAt(browser: ExtensionBrowser, url: string): Promise<number[]> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await deepWait(page, badge('unreviewed'));
  await mustHaveRead(browser, page);
  await rest(page);
  const times = await copies(page);
  await page.close();
  return times;
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

/** Script time of one answer and what comes after it, as the bench of streaming has it. */
async function streamed(browser: ExtensionBrowser, url: string): Promise<number> {
  const page = await browser.context.newPage();
  await page.goto(url);
  await page.locator('body[data-ready]').waitFor();
  await mustHaveRead(browser, page);
  await rest(page);
  const spent = await scriptMs(page, async () => {
    await answer(page, { turn: 2 * HISTORY + 2, tokens: TOKENS, asks: false, perFrame: PER_FRAME });
    await rest(page);
  });
  await mustShowBadge(page);
  await page.close();
  return spent;
}

async function tellCopies(report: Report, under: ExtensionBrowser, without: ExtensionBrowser): Promise<void> {
  const server = await startServer();
  const [gated, open, free] = ['/gated/long', '/let-go/long', '/free/long'].map((path) => server.page(path, PAGE));
  const [plain, decided, held] = [
    await copiesAt(without, String(free)),
    await copiesAt(under, String(open)),
    await copiesAt(under, String(gated)),
  ];
  const beside = `without a gate ${percentile(plain, 0.99).toFixed(2)} ms`;
  const of = `${PROCESSES} processes, ${ANSWERS} answers, p99`;
  report({
    name: `copy decided on and let go, ${of}`,
    ...{ value: percentile(decided, 0.99), unit: 'ms', goal: { atMost: MOST_MS }, beside },
  });
  report({
    name: `copy held, with its reasons on the page, ${of}`,
    ...{ value: percentile(held, 0.99), unit: 'ms', goal: { atMost: FRAME_MS }, beside },
  });
  await server.close();
}

export default async function gate(report: Report): Promise<void> {
  const [under, without] = await Promise.all([
    launchChromium(),
    launchChromium({ extensionDir: buildDir('chrome-mv3-ungated') }),
  ]);
  await loadPolicy(under, POLICY);
  await tellCopies(report, under, without);

  const live = await startLive();
  const url = live.pageUrl('plain', { history: HISTORY, tokens: TOKENS });
  const spent = { under: [] as number[], without: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    // The first of a pair is never the same one: what runs later runs on a warmer machine.
    const order = run % 2 === 0 ? (['without', 'under'] as const) : (['under', 'without'] as const);
    for (const way of order) spent[way].push(await streamed(way === 'under' ? under : without, url));
  }
  report({
    name: 'streaming where no process applies, script time under the policy over a build without the gate',
    ...{ value: median(spent.under) / median(spent.without), unit: 'x', goal: { atMost: MOST_RATIO } },
    beside: `${median(spent.under).toFixed(1)} ms and ${median(spent.without).toFixed(1)} ms`,
  });
  await Promise.all([under.close(), without.close(), live.close()]);
}
