/** The figures of judged pages, as the bench prints them. */
import type { Report } from '../../../scripts/measure.ts';
import { type Judged, sum } from './judge.ts';

/** The longest an answer may take to be complete, in ms. */
export const LONGEST_MS = 3_000;

/** Recall, precision and share of exact texts of pages that hold answers. `exact: false` where truth is not exact. */
export function reportFound(
  report: Report,
  name: string,
  pages: readonly Judged[],
  atLeast: number,
  exact = true,
): void {
  const count = (key: 'there' | 'found' | 'exact' | 'wrong') => sum(pages, (page) => page[key]);
  const [there, found, wrong] = [count('there'), count('found'), count('wrong')];
  const beside = `${found} of ${there} found, ${exact ? `${count('exact')} exact, ` : ''}${wrong} wrong`;
  report({ name: `recall, ${name}`, value: found / there, unit: '', goal: { atLeast }, beside });
  const precise = Math.max(atLeast, 0.99);
  report({ name: `precision, ${name}`, value: found / (found + wrong), unit: '', goal: { atLeast: precise }, beside });
  if (exact)
    report({ name: `exact text, ${name}`, value: count('exact') / there, unit: '', goal: { atLeast }, beside });
}

/** From the last token to `complete`. */
export function reportDelays(report: Report, pages: readonly Judged[], of = ''): void {
  const name = of ? `, ${of}` : '';
  const delays = pages.flatMap(({ delaysMs }) => delaysMs).sort((a, b) => a - b);
  const beside = `${delays.length} answers that arrived`;
  const [middle, last] = [delays[delays.length >> 1] ?? Number.NaN, delays.at(-1) ?? Number.NaN];
  report({ name: `delay, median${name}`, value: middle, unit: 'ms', goal: { atMost: 1_000 }, beside });
  report({ name: `delay, worst${name}`, value: last, unit: 'ms', goal: { atMost: LONGEST_MS }, beside });
}

/** Answers that were said to be complete before their last token. */
export function reportEarly(report: Report, name: string, pages: readonly Judged[]): void {
  const there = sum(pages, (page) => page.there);
  report({
    name: `complete too early, ${name}`,
    value: sum(pages, (page) => page.early),
    unit: '',
    goal: { atMost: 0 },
    beside: `${there} answers`,
  });
}

/** What must never be taken for an answer. */
export function reportFalse(report: Report, without: readonly Judged[], all: readonly Judged[], of = ''): void {
  const on = of ? `, ${of}` : '';
  const none = { atMost: 0 };
  const wrong = sum(without, (page) => page.wrong);
  const taken = sum(all, (page) => page.userTaken);
  report({
    name: `found on pages without AI text${on}`,
    value: wrong,
    unit: '',
    goal: none,
    beside: `${without.length} pages`,
  });
  report({
    name: `user turns taken for AI${on}`,
    value: taken,
    unit: '',
    goal: none,
    beside: `${all.length} pages`,
  });
}
