/** Script time of a page's main thread, as the browser counts it. */
import type { Page } from 'playwright';

/**
 * Script time that passes in a page while `work` runs, in ms: of the page's own scripts and of all isolated worlds. It is
 * the processor's time, not the clock's, so what else runs on the machine does not count.
 */
export async function scriptMs(page: Page, work: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1_000;
  };
  const before = await read();
  await work();
  const spent = (await read()) - before;
  await session.detach();
  return spent;
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
