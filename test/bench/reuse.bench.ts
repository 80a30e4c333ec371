/**
 * A paste of 500 characters looked up among 100,000 outputs: in real Chromium, in the extension's own database. Time, also
 * of the first look-up after the worker slept; how often an edited text is found; how often an ordinary one is taken for
 * one. Beside it the plain way over the same texts, in memory: shingles compared with every output.
 */
import type { Page } from 'playwright';
import type { Report } from '../../scripts/measure.ts';
import { bundle } from '../bundle.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { Containment } from './reuse/containment.ts';
import { type Corpus, edited, makeCorpus, pasteOf } from './reuse/corpus.ts';
import type * as InExtension from './reuse/in-extension.ts';
import { numbers } from './reuse/numbers.ts';

const OUTPUTS = 100_000;
const STEP = 5_000;
const EDITED = 2_000;
/** Of each kind. */
const ORDINARY = 5_000;
const OF_RIVAL = 40;
const COLD_RUNS = 5;
const AT_ONCE = 250;

type Lookup = InExtension.LookedUp;
declare const benched: typeof InExtension;

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

async function lookUp(page: Page, texts: readonly string[]): Promise<Lookup[]> {
  const answers: Lookup[] = [];
  for (let at = 0; at < texts.length; at += AT_ONCE)
    answers.push(...(await page.evaluate((some) => benched.lookUp(some), texts.slice(at, at + AT_ONCE))));
  return answers;
}

interface Case {
  text: string;
  output: number;
}

/** Pastes out of outputs, half of them written by people, with a share of the words edited. */
function casesOf({ outputs, real, vocabulary }: Corpus, count: number, characters: number, share: number): Case[] {
  const next = numbers(77 + characters + share * 1_000);
  return Array.from({ length: count }, (_, at) => {
    const output = at % 2 === 0 ? Math.floor(next() * real) : real + Math.floor(next() * (OUTPUTS - real));
    const [text = ''] = outputs(output, output + 1);
    return { text: edited(pasteOf(text, characters, next), share, vocabulary, next), output };
  });
}

const found = (cases: readonly Case[], answers: readonly { found: readonly number[] }[]): number =>
  cases.filter(({ output }, at) => answers[at]?.found.includes(output)).length / cases.length;

const times = (answers: readonly Lookup[]): number[] => answers.map(({ ms }) => ms);

async function fill(page: Page, corpus: Corpus, rival: Containment): Promise<void> {
  for (let first = 0; first < OUTPUTS; first += STEP) {
    const texts = corpus.outputs(first, first + STEP);
    for (const text of texts) rival.add(text);
    await page.evaluate(([some, at]) => benched.store(some, at), [texts, first] as const);
  }
}

/** The first look-up in a context that has only just begun, as a worker does that was asleep: opening the database and all. */
async function coldMs(open: () => Promise<Page>, texts: readonly string[]): Promise<number[]> {
  const all: number[] = [];
  for (const text of texts) {
    const page = await open();
    all.push(...times(await lookUp(page, [text])));
    await page.close();
  }
  return all;
}

function tellRival(rival: Containment, cases: readonly Case[]): { line: string; ms: number } {
  const some = cases.slice(0, OF_RIVAL);
  const answers = some.map(({ text }) => {
    const from = performance.now();
    const numbersFound = rival.find(text);
    return { found: numbersFound, ms: performance.now() - from };
  });
  const ms = percentile(times(answers), 0.95);
  const line = `all shingles compared: p95 ${ms.toFixed(0)} ms, recall ${found(some, answers).toFixed(3)} of ${OF_RIVAL}, ${(rival.bytes / 1e6).toFixed(0)} MB in memory`;
  return { line, ms };
}

export default async function reuse(report: Report): Promise<void> {
  const browser = await launchChromium();
  const code = await bundle(new URL('./reuse/in-extension.ts', import.meta.url));
  const open = async () => {
    const page = await browser.open('manifest.json');
    await page.evaluate(`${code}\nglobalThis.benched = benched;`);
    return page;
  };
  try {
    const corpus = makeCorpus(ORDINARY);
    const rival = new Containment();
    const page = await open();
    await fill(page, corpus, rival);
    const cases = casesOf(corpus, EDITED, 500, 0.2);
    const answers = await lookUp(
      page,
      cases.map(({ text }) => text),
    );
    const plain = tellRival(rival, cases);
    const bytes = await page.evaluate(() => benched.indexBytes());
    const cold = await coldMs(
      open,
      cases.slice(0, COLD_RUNS).map(({ text }) => text),
    );
    const beside = `p50 ${percentile(times(answers), 0.5).toFixed(1)} ms; first after a sleep ${percentile(cold, 0.5).toFixed(0)} ms; ${plain.line}`;
    report({
      name: 'paste of 500 characters, p95',
      value: percentile(times(answers), 0.95),
      unit: 'ms',
      goal: { atMost: 10 },
      beside,
    });
    report({
      name: 'found, 20 % of words edited',
      value: found(cases, answers),
      unit: 'recall',
      goal: { atLeast: 0.99 },
      beside: `${EDITED} pastes; by its hash as a whole 0`,
    });
    await tellParts(report, page, corpus);
    await tellOrdinary(report, page, corpus);
    report({
      name: 'index',
      value: bytes / 1e6,
      unit: 'MB',
      goal: { atMost: 100 },
      beside: `${OUTPUTS} outputs, ${corpus.real} of them written by people; in memory nothing`,
    });
  } finally {
    await browser.close();
  }
}

async function tellParts(report: Report, page: Page, corpus: Corpus): Promise<void> {
  for (const [characters, share, atLeast] of [
    [500, 0, 0.999],
    [150, 0, 0.99],
    [250, 0.1, 0.97],
  ] as const) {
    const cases = casesOf(corpus, EDITED / 4, characters, share);
    const answers = await lookUp(
      page,
      cases.map(({ text }) => text),
    );
    const name = `found, ${characters} characters, ${share * 100} % of words edited`;
    report({ name, value: found(cases, answers), unit: 'recall', goal: { atLeast }, beside: `${cases.length} pastes` });
  }
}

async function tellOrdinary(report: Report, page: Page, { ordinary }: Corpus): Promise<void> {
  let alarms = 0;
  let asked = 0;
  const kinds: string[] = [];
  for (const { kind, texts } of ordinary) {
    const taken = (await lookUp(page, texts)).filter((answer) => answer.found.length > 0).length;
    alarms += taken;
    asked += texts.length;
    kinds.push(`${kind} ${taken} of ${texts.length}`);
  }
  report({
    name: 'ordinary pastes taken for an output',
    value: (alarms / asked) * 10_000,
    unit: 'of 10,000',
    goal: { atMost: 0.99 },
    beside: kinds.join(', '),
  });
}
