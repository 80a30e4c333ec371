/**
 * What it costs that the browser stops the worker: the time from a message of a content script to a stopped worker to its answer,
 * beside that of an extension whose worker only answers, in the same run. The built extension in real Chromium.
 */
import type { Report } from '../../scripts/measure.ts';
import { type ExtensionBrowser, launchChromium, stopServiceWorker } from '../e2e/harness/chromium.ts';
import { startServer } from '../e2e/harness/server.ts';
import { median } from './cost/script-time.ts';
import { type Ask, askFrom } from './wake/asking.ts';
import { onlyAnswers } from './wake/only-answers.ts';

/** As many runs of each, interleaved, since the machine's speed drifts. */
const RUNS = 15;
/** Wakings that are not counted: the browser keeps what it has compiled of a script from the first ones on. */
const WARMING = 3;
const MOST_RATIO = 3;

const TEXT = `The fee is 40 euros a month. ${'It is due on the first of the month. '.repeat(40)}`;
const AT = new Date().toISOString();
/** As the page's detector tells of an answer. */
const SEEN = {
  type: 'output.seen',
  body: {
    outputId: 'chatgpt:wake:1',
    trace: {
      ...{ tool: 'chatgpt', toolName: 'ChatGPT', pageUrl: 'http://127.0.0.1/', citations: [] },
      ...{ evidence: ['profile:chatgpt'], startedAt: AT, completedAt: AT, characters: TEXT.length },
    },
    content: { text: TEXT },
  },
};

const MESSAGES = [
  { name: 'how a page that opens is read', message: { type: 'detector.start', body: {} } },
  { name: 'status of a badge, a text that is known', message: SEEN },
];

interface Side {
  browser: ExtensionBrowser;
  ask: Ask;
}

async function sideOf(address: string, extensionDir?: string): Promise<Side> {
  const browser = await launchChromium(extensionDir ? { extensionDir } : {});
  const page = await browser.context.newPage();
  await page.goto(address);
  return { browser, ask: await askFrom(page, browser.extensionId) };
}

async function woken({ browser, ask }: Side, message: object): Promise<number> {
  await stopServiceWorker(browser);
  return (await ask(message)).ms;
}

async function tell(report: Report, [least, ours]: readonly [Side, Side]): Promise<void> {
  const took: [number[], number[], number[]][] = MESSAGES.map(() => [[], [], []]);
  for (let run = -WARMING; run < RUNS; run++)
    for (const [at, { message }] of MESSAGES.entries()) {
      const times = [await woken(least, message), await woken(ours, message), (await ours.ask(message)).ms];
      if (run >= 0) for (const [side, ms] of times.entries()) took[at]?.[side]?.push(ms);
    }
  for (const [at, { name }] of MESSAGES.entries()) {
    const [lowest, our, awake] = (took[at] ?? []).map(median) as [number, number, number];
    report({
      name,
      value: our / lowest,
      unit: 'x a worker that only answers',
      goal: { atMost: MOST_RATIO },
      beside: `${our.toFixed(0)} ms, that one ${lowest.toFixed(0)} ms; awake ${awake.toFixed(1)} ms`,
    });
  }
}

export default async function wake(report: Report): Promise<void> {
  const server = await startServer();
  const address = server.page('/', '<!doctype html><title>Wake</title><p>Nothing here.');
  const rival = await onlyAnswers();
  const sides: Side[] = [];
  try {
    for (const folder of [rival.folder, undefined]) sides.push(await sideOf(address, folder));
    const [least, ours] = sides;
    if (!least || !ours) throw new Error('a browser is missing');
    await ours.ask(SEEN);
    await tell(report, [least, ours]);
  } finally {
    await Promise.all(sides.map(({ browser }) => browser.close()));
    await rival.remove();
    await server.close();
  }
}
