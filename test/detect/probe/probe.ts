/** Drives labelled pages with the probe in them. */
import { type Browser, chromium, type Page } from 'playwright-core';
import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import { probabilityOf, type Weights } from '../../../lib/page/learn/evidence.ts';
import { pathOf } from '../../../scripts/machine.ts';
import { type Judged, judge, letters } from '../../bench/detect/judge.ts';
import type { LabelledPage, Truth } from '../contract.ts';
import { labelledPages } from '../pages.ts';
import { startDetectPages } from '../server.ts';
import type { Probe, Weighed } from './page.ts';
import { probeScript } from './script.ts';

export interface Probed {
  labelled: LabelledPage;
  truth: Truth;
  judged: Judged;
  weighed: (Weighed & { probability: number })[];
  profiles: Probe['profiles'];
  /** Answers whose exact text is not listed, and what is listed that is no answer's exact text. */
  missed: string[];
}

/** Pages at once: their streams share the machine, and one that is slowed takes as much of it as it gets. */
const AT_ONCE = 4;
const AT_ONCE_SLOWED = 2;
/** The longest an answer may take to be complete. */
const LONGEST_MS = 3_500;

interface Asked {
  wanted(page: LabelledPage): boolean;
  /** Weights to learn by, where they are not the fitted ones. */
  weightsFor?(page: LabelledPage): Weights | undefined;
  tell(probed: Probed): void;
  /** How many times slower the processor is made. */
  slower?: number;
}

export async function probePages({ wanted, weightsFor, tell, slower = 1 }: Asked): Promise<void> {
  const pages = labelledPages().filter(wanted);
  const [server, script] = await Promise.all([startDetectPages({ wanted: pages.map(({ id }) => id) }), probeScript()]);
  const browser = await chromium.launch({ executablePath: pathOf('chromium'), args: ['--no-sandbox'] });
  const waiting = [...server.pages];
  const work = async () => {
    for (let page = waiting.shift(); page; page = waiting.shift())
      tell(await probePage(browser, server.url, page, `${weightsIn(weightsFor?.(page))}${script}`, slower));
  };
  try {
    await Promise.all(Array.from({ length: slower > 1 ? AT_ONCE_SLOWED : AT_ONCE }, work));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** As an extension's script: once the page's own markup is there, and with sight of closed shadow roots. */
export const probeInit = (script: string): string => `(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: 'open' }); };
    document.addEventListener('DOMContentLoaded', () => { ${script} });
  })()`;

const weightsIn = (weights: Weights | undefined): string =>
  weights ? `window.countersignWeights = ${JSON.stringify(weights)};` : '';

async function probePage(
  browser: Browser,
  url: string,
  labelled: LabelledPage,
  script: string,
  slower: number,
): Promise<Probed> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
  const page = await context.newPage();
  if (slower > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(probeInit(script));
  try {
    await page.goto(url + labelled.path);
    await labelled.drive(page);
    const truth = await labelled.truth(page);
    const listed = await listedWhenStill(page, truth);
    const { weighed, profiles, completed } = await page.evaluate(() => ({
      weighed: window.countersignProbe.weighed,
      profiles: window.countersignProbe.profiles,
      completed: window.countersignProbe.completed,
    }));
    const judged = judge(labelled.id, listed, truth, completed);
    const seen = weighed.map((one) => ({ ...one, probability: probabilityOf(one.evidence) }));
    return {
      labelled,
      truth,
      judged,
      weighed: seen,
      profiles,
      missed: [...differences(listed, truth), ...tooEarly(completed, truth)],
    };
  } finally {
    await context.close();
  }
}

function differences(listed: readonly ListedOutput[], truth: Truth): string[] {
  const [found, there] = [listed.map(({ text }) => text), truth.outputs.map(({ text }) => text)];
  const without = (some: string[], others: string[]) =>
    some.filter((text) => !others.some((other) => letters(other) === letters(text)));
  return [
    ...without(there, found).map((text) => `not found: ${text.slice(0, 2_000)}`),
    ...without(found, there).map((text) => `but found: ${text.slice(0, 2_000)}`),
  ];
}

/** What was said to be complete before the last token of an answer that begins with it, and how long before. */
const tooEarly = (completed: Probe['completed'], truth: Truth): string[] =>
  truth.outputs.flatMap(({ text, lastTokenAtMs = 0 }) =>
    completed
      .filter(({ atMs, text: said }) => atMs < lastTokenAtMs && letters(text).startsWith(letters(said).slice(0, -2)))
      .map(({ atMs, text: said }) => `complete ${lastTokenAtMs - atMs} ms too early: ${said.slice(-200)}`),
  );

async function listedWhenStill(page: Page, truth: Truth): Promise<ListedOutput[]> {
  const [count, neutral] = [truth.outputs.length, truth.neutral.length];
  await page
    .waitForFunction(
      (least) => {
        const states = window.countersignProbe.list().map(({ state }) => state);
        return states.length >= least && states.every((state) => state === 'complete');
      },
      // What a site says by itself counts neither way, and may be listed too.
      count === 0 ? 1_000_000 : count + neutral,
      { timeout: LONGEST_MS },
    )
    .catch((error: Error) => {
      if (error.name !== 'TimeoutError') throw error;
    });
  return (await page.evaluate(() => window.countersignProbe.list())) as ListedOutput[];
}
