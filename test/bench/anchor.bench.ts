/**
 * 1,000 quotes found again in a megabyte of text: unchanged, and with one character in fifty changed. Beside it the
 * ways of others, on the same text: Hypothesis's matching (https://github.com/hypothesis/client, `match-quote`) by the
 * library that it uses, on text that was read once; and `@apache-annotator/dom` on the same text in a DOM.
 */
import { passageOf } from '../../lib/domain/anchoring/describe.ts';
import { resolvePassages } from '../../lib/domain/anchoring/resolve.ts';
import type { Report } from '../../scripts/measure.ts';
import { annotatorFind } from './anchor/annotator.ts';
import { type Case, casesIn, changedText, corpus, type Found } from './anchor/corpus.ts';
import { hypothesisFind } from './anchor/hypothesis.ts';

const LENGTH = 1_000_000;
const QUOTES = 1_000;
/** Quotes that the slowest way is given: its time is multiplied, its success counted of these. */
const QUOTES_OF_SLOW = 20;
const RUNS = 9;
/** What takes longer is run once. */
const LONG_MS = 2_000;

interface Outcome {
  ms: number;
  right: number;
  wrong: number;
  asked: number;
}

/** A place is right when both of its ends are at most this far from where they are in truth, for every way. */
const TOLERANCE = 4;

function judge(cases: readonly Case[], found: readonly Found[], ms: number): Outcome {
  const outcome = { ms, right: 0, wrong: 0, asked: 0 };
  for (const [at, { truth }] of cases.entries()) {
    const place = found[at];
    if (place === 'ask') outcome.asked++;
    else if (!place || place === 'none') continue;
    else if (Math.max(Math.abs(place.start - truth.start), Math.abs(place.end - truth.end)) <= TOLERANCE)
      outcome.right++;
    else outcome.wrong++;
  }
  return outcome;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function ours(cases: readonly Case[], text: string): Outcome {
  const passages = cases.map(({ passage }) => passage);
  let found: Found[] = [];
  const times = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    const anchored = resolvePassages(passages, text);
    const ms = performance.now() - from;
    found = anchored.map((result) => ('place' in result ? result.place : result.state === 'ask' ? 'ask' : 'none'));
    return ms;
  });
  return judge(cases, found, median(times));
}

function timed(cases: readonly Case[], find: (of: Case) => Found): Outcome {
  const from = performance.now();
  const found = cases.map(find);
  return judge(cases, found, performance.now() - from);
}

const lineOf = (name: string, { ms, right, wrong, asked }: Outcome, of: number): string =>
  `${name} ${ms.toFixed(0)} ms, ${right} of ${of} right, ${wrong} wrong${asked ? `, ${asked} asked` : ''}`;

async function compare(report: Report, name: string, cases: readonly Case[], text: string): Promise<void> {
  const own = ours(cases, text);
  const first = timed(cases, ({ passage }) => hypothesisFind(passage, text));
  const again =
    first.ms > LONG_MS
      ? []
      : Array.from({ length: RUNS - 1 }, () => timed(cases, ({ passage }) => hypothesisFind(passage, text)));
  const hypothesis = { ...first, ms: median([first, ...again].map(({ ms }) => ms)) };
  const few = cases.slice(0, QUOTES_OF_SLOW);
  const slow = await annotatorFind(
    few.map(({ passage }) => passage),
    text,
  );
  const annotator = judge(few, slow.found, (slow.ms * cases.length) / few.length);
  const beside = [
    lineOf('ours', own, cases.length),
    lineOf('Hypothesis', hypothesis, cases.length),
    lineOf(`@apache-annotator/dom (from ${few.length} quotes)`, annotator, few.length),
  ].join('; ');
  const best = Math.max(hypothesis.right, (annotator.right * cases.length) / few.length);
  report({ name: `${name}, right`, value: own.right, unit: 'quotes', goal: { atLeast: best }, beside });
  report({
    name: `${name}, wrong`,
    value: own.wrong,
    unit: 'quotes',
    goal: { atMost: 0 },
    beside: `Hypothesis ${hypothesis.wrong}`,
  });
  report({
    name: `${name}, speed`,
    value: Math.min(hypothesis.ms, annotator.ms) / own.ms,
    unit: 'x the faster of the two',
    goal: { atLeast: 20 },
    beside: `ours ${own.ms.toFixed(1)} ms, Hypothesis ${hypothesis.ms.toFixed(0)} ms`,
  });
}

export default async function anchor(report: Report): Promise<void> {
  const text = corpus(LENGTH);
  const cases = casesIn(text, QUOTES, passageOf);
  await compare(report, 'unchanged', cases, text);
  const changed = changedText(text, cases);
  await compare(report, '2 % of characters changed', changed.cases, changed.text);
}
