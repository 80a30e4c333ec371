/** Script time of a page's main thread. */
import type { Page } from 'playwright';
import { allScriptMs } from './ours.ts';
import { traced } from './trace.ts';

/**
 * Script time that passes in a page while `work` runs, in ms: of the page's own scripts and of all isolated worlds. It is
 * the processor's time, not the clock's, so what else runs on the machine does not count.
 */
export async function scriptMs(page: Page, work: () => Promise<void>): Promise<number> {
  return allScriptMs(await traced(page, work), new URL(page.url()).origin);
}

/** Lets a page come to rest: so many idle times in a row, each after 400 ms of the page's own clock. */
export async function rest(page: Page, rounds = 3): Promise<void> {
  await page.evaluate(async (count) => {
    for (let round = 0; round < count; round++) {
      await new Promise<void>((done) => setTimeout(done, 400));
      await new Promise<void>((done) => requestIdleCallback(() => done()));
    }
  }, rounds);
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
