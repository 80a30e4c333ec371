/** Script time of a page's main thread. */
import type { Page } from 'playwright';
import { allScriptMs } from './ours.ts';
import { type TraceEvent, traced } from './trace.ts';

/**
 * Script time that passes in a page while `work` runs, in ms: of the page's own scripts and of all isolated worlds. It is
 * the processor's time, not the clock's, so what else runs on the machine does not count.
 */
export async function scriptMs(page: Page, work: () => Promise<void>): Promise<number> {
  return allScriptMs(await traced(page, work), new URL(page.url()).origin);
}

/** Processor time in ms between each mark of a page and the one that follows it. */
export function betweenMarks(events: readonly TraceEvent[], begin: string, end: string): number[] {
  const marks = events.filter(({ name, tts }) => tts !== undefined && (name === begin || name === end));
  return marks.flatMap(({ name, tts = 0 }, at) => {
    const next = marks[at + 1];
    return name === begin && next?.name === end ? [((next.tts ?? 0) - tts) / 1_000] : [];
  });
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
