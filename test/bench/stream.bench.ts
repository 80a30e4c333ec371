/**
 * What the detector costs while answers stream, 3,000 tokens each, into conversations of 50, 500 and 2,000 turns: script
 * time of the page with it, over the same page with a `MutationObserver` that does nothing, beside the Hypothesis client
 * and a naive re-scan in the same run. At the pace of quick tools, and at one that few reach. Then, from traces, the
 * longest task of ours, also while long pages load. Answers arrive at a tool's pace, so it takes half an hour; each length
 * is told as soon as it is measured.
 */
import type { Page } from 'playwright';
import type { BenchOptions, Report } from '../../scripts/measure.ts';
import { type Live, startLive } from '../live/server.ts';
import { HYPOTHESIS } from './cost/hypothesis.ts';
import { contentScriptsOf, longestMs } from './cost/ours.ts';
import { median, rest, scriptMs } from './cost/script-time.ts';
import { traced } from './cost/trace.ts';
import { answer, mustHaveRead, mustShowBadge } from './stream/answering.ts';
import { openWays, type Way, type Ways } from './stream/ways.ts';

const TOKENS = 3_000;
/** As many runs of each, interleaved, since the machine's speed drifts. */
const RUNS = 3;
const TRACES = 2;
const TURNS = [50, 500, 2_000];
/** Tokens in each of sixty frames a second: 240 tokens a second, and 1,200. */
const STEADY = 4;
const BURST = 20;
/** Turns of the conversations whose loading is traced. */
const LONG = [2_000, 5_000];
const MOST_OF_OBSERVER = 1.3;
const MOST_GROWTH = 1.2;
const LONGEST_MS = 8;

/** Once what was learned has held, nobody looks on any more: then it is read as by a profile. */
type Ours = 'by a profile' | 'by evidence, learning' | 'by evidence, looking on';
const OURS: Ours[] = ['by a profile', 'by evidence, learning', 'by evidence, looking on'];
/** What is only told beside: once. */
const BESIDE = ['none', 'hypothesis', 'rescan'] as const;
const LIMITS = ['observer', 'observerTyped', 'observerApart'] as const;
type Measured = Record<
  'none' | 'observer' | 'observerTyped' | 'observerApart' | 'hypothesis' | 'rescan' | Ours,
  number
>;
/** What is learned from a prompt that is typed is compared with an observer of a page in which it is typed, too. */
const limitOf = (result: Measured, name: Ours): number =>
  name === 'by a profile' ? result.observer : result.observerTyped;

const answerIn = (page: Page, { asks }: Way, turn: number, perFrame: number): Promise<void> =>
  answer(page, { turn, tokens: TOKENS, asks, perFrame });

const mustHaveFound = async (page: Page, { finds }: Way): Promise<void> => {
  if (finds) await mustShowBadge(page);
};

async function onPage<T>(way: Way, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await way.browser.context.newPage();
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Script time of one answer and what comes after it. */
const streamOnce = (way: Way, url: string, turns: number, perFrame: number): Promise<number> =>
  onPage(way, async (page) => {
    await way.open(page, url);
    if (way.finds) await mustHaveRead(way.browser, page);
    await rest(page);
    const spent = await scriptMs(page, async () => {
      await answerIn(page, way, turns + 2, perFrame);
      await rest(page);
    });
    await mustHaveFound(page, way);
    return spent;
  });

/** Script time of the answer from which the page is learned, up to where it is still; of the next one, while the learner looks on. */
const learnOnce = (way: Way, url: string, turns: number, perFrame: number): Promise<[number, number]> =>
  onPage(way, async (page) => {
    const asked = (turn: number, rounds: number) =>
      scriptMs(page, async () => {
        await answerIn(page, way, turns + turn, perFrame);
        await rest(page, rounds);
      });
    await way.open(page, url);
    const learning = await asked(2, 1);
    await mustHaveRead(way.browser, page);
    await rest(page);
    return [learning, await asked(4, 3)];
  });

async function measure(live: Live, { ways, forget }: Ways, turns: number, perFrame: number): Promise<Measured> {
  const url = live.pageUrl('plain', { history: turns / 2, tokens: TOKENS });
  const spent: Record<keyof Measured, number[]> = {
    none: [],
    observer: [],
    observerTyped: [],
    observerApart: [],
    hypothesis: [],
    rescan: [],
    'by a profile': [],
    'by evidence, learning': [],
    'by evidence, looking on': [],
  };
  for (let run = 0; run < RUNS; run++) {
    for (const name of run === 0 ? [...LIMITS, ...BESIDE] : LIMITS)
      spent[name].push(await streamOnce(ways[name], url, turns, perFrame));
    spent['by a profile'].push(await streamOnce(ways.profile, url, turns, perFrame));
    await forget(url);
    const [learning, lookingOn] = await learnOnce(ways.evidence, url, turns, perFrame);
    spent['by evidence, learning'].push(learning);
    spent['by evidence, looking on'].push(lookingOn);
  }
  const medians = Object.entries(spent).map(([name, values]) => [name, median(values)]);
  return Object.fromEntries(medians) as Measured;
}

/** What was measured in a conversation of so many turns. */
type Row = { turns: number; result: Measured };

function tellTimes(report: Report, perFrame: number, { turns, result }: Row): void {
  for (const name of OURS) {
    const limit = limitOf(result, name);
    const times = (of: number) => `${(of / limit).toFixed(2)} x`;
    report({
      name: `script time, ${60 * perFrame} tokens a second, ${turns} turns, read ${name}`,
      value: result[name] / limit,
      unit: 'x a no-op observer',
      goal: { atMost: MOST_OF_OBSERVER },
      beside: `none ${times(result.none)}, no-op observer in a world of its own ${times(result.observerApart)}, Hypothesis ${times(result.hypothesis)}, re-scan ${times(result.rescan)}; no-op observer ${limit.toFixed(0)} ms`,
    });
  }
}

function tellGrowth(report: Report, rows: readonly Row[]): void {
  const [few, many] = [rows[0], rows.at(-1)];
  if (!few || !many || few === many) return;
  for (const name of OURS) {
    const growth = (of: keyof Measured) =>
      many.result[of] / limitOf(many.result, name) / (few.result[of] / limitOf(few.result, name));
    report({
      name: `growth from ${few.turns} to ${many.turns} turns, read ${name}`,
      value: growth(name),
      unit: 'x',
      goal: { atMost: MOST_GROWTH },
      beside: `Hypothesis ${growth('hypothesis').toFixed(2)} x, re-scan ${growth('rescan').toFixed(2)} x`,
    });
  }
}

/** Longest task of scripts from `place` while a page does something, in ms: the worst of some runs. */
async function longest(way: Way, place: string, work: (page: Page) => Promise<void>): Promise<number> {
  const found: number[] = [];
  for (let run = 0; run < TRACES; run++)
    found.push(
      await onPage(way, async (page) =>
        longestMs(
          await traced(page, async () => {
            await work(page);
            await rest(page, 6);
          }),
          place,
        ),
      ),
    );
  return Math.max(...found);
}

async function tellTasks(report: Report, live: Live, { ways, forget }: Ways): Promise<void> {
  const { profile, evidence, hypothesis } = ways;
  const tell = (name: string, value: number, beside: string) =>
    report({ name: `longest task, ${name}`, value, unit: 'ms', goal: { atMost: LONGEST_MS }, beside });
  const both = [
    ['by a profile', profile],
    ['by evidence', evidence],
  ] as const;
  for (const turns of TURNS) {
    const url = live.pageUrl('plain', { history: turns / 2, tokens: TOKENS });
    const work = (way: Way) => async (page: Page) => {
      await way.open(page, url);
      await answerIn(page, way, turns + 2, BURST);
      await mustHaveFound(page, way);
      await answerIn(page, way, turns + 4, BURST);
    };
    await forget(url);
    const rival = await longest(hypothesis, HYPOTHESIS, work(hypothesis));
    for (const [name, way] of both)
      tell(
        `two answers into ${turns} turns, read ${name}`,
        await longest(way, contentScriptsOf(way.browser.extensionId), work(way)),
        `Hypothesis ${rival.toFixed(1)} ms`,
      );
  }
  for (const turns of LONG) {
    const work = (way: Way) => (page: Page) => way.open(page, live.pageUrl('plain', { history: turns / 2 }));
    const rival = await longest(hypothesis, HYPOTHESIS, work(hypothesis));
    for (const [name, way] of both)
      tell(
        `loading ${turns} turns, read ${name}`,
        await longest(way, contentScriptsOf(way.browser.extensionId), work(way)),
        `Hypothesis ${rival.toFixed(1)} ms`,
      );
  }
}

/** The lengths that were asked for, or all. */
function turnsFrom(asked: string | undefined): number[] {
  if (asked === undefined) return TURNS;
  const turns = asked.split(',').map(Number);
  const unknown = turns.find((count) => !TURNS.includes(count));
  if (unknown !== undefined) throw new Error(`There are conversations of ${TURNS.join(', ')} turns, not of ${asked}.`);
  return turns;
}

export default async function stream(report: Report, options: BenchOptions): Promise<void> {
  const asked = turnsFrom(options.turns);
  const live = await startLive();
  const ways = await openWays();
  try {
    const rows: Row[] = [];
    for (const turns of asked) {
      const row = { turns, result: await measure(live, ways, turns, STEADY) };
      tellTimes(report, STEADY, row);
      rows.push(row);
    }
    tellGrowth(report, rows);
    if (options.turns !== undefined) return;
    const turns = TURNS[0] ?? 0;
    tellTimes(report, BURST, { turns, result: await measure(live, ways, turns, BURST) });
    await tellTasks(report, live, ways);
  } finally {
    await ways.close();
    await live.close();
  }
}
