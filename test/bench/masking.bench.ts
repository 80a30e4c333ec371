/**
 * Masking of texts made to be as hard as can be, of 1 MB each, in Node, Chromium and Firefox: how long the worst takes, and how
 * much longer than one of an eighth of its length.
 */
import type { Report } from '../../scripts/measure.ts';
import { bundle } from '../bundle.ts';
import { launchChromium } from '../e2e/harness/chromium.ts';
import { launchFirefox } from '../e2e/harness/firefox/firefox.ts';
import * as inNode from './masking/in-page.ts';

const LENGTH = 125_000;
const TIMES = 8;
/** Twice what is linear: engines collect garbage where they please. What is quadratic takes 64 times as long. */
const MOST_TIMES = 2 * TIMES;
/** Below it a figure says nothing of the growth. */
const LEAST_MS = 20;
/** A text of 1 MB is twice the longest that is kept, ten times the longest prompt. */
const MOST_MS = 15_000;

type Run = (name: string) => Promise<inNode.Masked>;
declare const benched: typeof inNode;

async function measure(report: Report, engine: string, run: Run, plainMs: number): Promise<void> {
  const masked: inNode.Masked[] = [];
  for (const name of inNode.hardNames()) masked.push(await run(name));
  const worst = masked.reduce((most, one) => (one.longMs > most.longMs ? one : most));
  const growth = (one: inNode.Masked) => one.longMs / Math.max(one.shortMs, LEAST_MS);
  const steepest = masked.reduce((most, one) => (growth(one) > growth(most) ? one : most));
  report({
    name: `1 MB at worst, ${engine}`,
    value: worst.longMs,
    unit: 'ms',
    goal: { atMost: MOST_MS },
    beside: `${worst.name}; plain pass over 1 MB ${plainMs.toFixed(0)} ms`,
  });
  report({
    name: `${TIMES} times the length, ${engine}`,
    value: growth(steepest),
    unit: 'times as long',
    goal: { atMost: MOST_TIMES },
    beside: `${steepest.name}; quadratic would be ${TIMES * TIMES}`,
  });
}

export default async function masking(report: Report): Promise<void> {
  await measure(
    report,
    'Node',
    async (name) => inNode.maskHard(name, LENGTH, TIMES),
    inNode.plainPassMs(LENGTH * TIMES),
  );
  const code = await bundle(new URL('./masking/in-page.ts', import.meta.url));
  const chromium = await launchChromium({ bare: true });
  const firefox = await launchFirefox();
  try {
    const one = await chromium.context.newPage();
    await one.evaluate(`${code}\nglobalThis.benched = benched;`);
    const inChromium: Run = (name) =>
      one.evaluate(([text, length, times]) => benched.maskHard(text, length, times), [name, LENGTH, TIMES] as const);
    await measure(
      report,
      'Chromium',
      inChromium,
      await one.evaluate((length) => benched.plainPassMs(length), LENGTH * TIMES),
    );
    const other = await firefox.browser.newPage();
    await other.evaluate(`${code}\nglobalThis.benched = benched;`);
    const inFirefox: Run = (name) =>
      other.evaluate((text, length, times) => benched.maskHard(text, length, times), name, LENGTH, TIMES);
    await measure(
      report,
      'Firefox',
      inFirefox,
      await other.evaluate((length) => benched.plainPassMs(length), LENGTH * TIMES),
    );
  } finally {
    await Promise.all([chromium.close(), firefox.close()]);
  }
}
