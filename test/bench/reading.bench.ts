/**
 * What it costs to read an answer of 2,000 words with tables, lists and formulas, of a tool that gives each element a class,
 * in a page that was drawn. Beside it `innerText` of the same answer after a change to it, which lays out the page.
 */
import type { Report } from '../../scripts/measure.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { readerScript } from '../pages/reading/script.ts';
import { longAnswer } from './reading/answer.ts';

const RUNS = 101;
const MOST_MS = 3;

interface Measured {
  read: number[];
  innerText: number[];
  words: number;
}

export default async function reading(report: Report): Promise<void> {
  const browser = await launchChromium({ bare: true });
  try {
    const page = await browser.context.newPage();
    await page.setContent(longAnswer());
    await page.addScriptTag({ content: await readerScript() });
    const measured = await page.evaluate((runs): Measured => {
      const answer = document.querySelector('main') as HTMLElement;
      const timed = (work: () => unknown) =>
        Array.from({ length: runs }, (_, run) => {
          // As after the last token of a stream: something has just changed.
          answer.append(document.createTextNode(run % 2 ? ' ' : '\n'));
          const from = performance.now();
          work();
          return performance.now() - from;
        });
      const { read: text } = window.countersignReading;
      const words = text(answer).split(/\s+/).length;
      return { words, read: timed(() => text(answer)), innerText: timed(() => answer.innerText) };
    }, RUNS);
    report({
      name: `reading ${measured.words} words with tables and formulas, median`,
      value: median(measured.read),
      unit: 'ms',
      goal: { atMost: MOST_MS },
      beside: `innerText ${median(measured.innerText).toFixed(2)} ms`,
    });
  } finally {
    await browser.close();
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
