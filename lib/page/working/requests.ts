/**
 * Requests of the page that have ended, and when. Most tools stream an answer in one request: it stays open while a tool is
 * called, and ends with the answer. One that is open is told to nobody, so it is the ended ones that are listened for.
 */

/** Requests that are remembered, and how long before the last words of an answer its request may have ended. */
const MOST = 40;
const BUFFERED_MS = 1_000;
/** What loads the page itself. */
const PARTS = /^(?:img|image|css|link|script|font|audio|video|iframe|icon)$/;

export class Requests {
  readonly #ended: { startMs: number; endMs: number }[] = [];

  constructor(signal: AbortSignal) {
    if (typeof PerformanceObserver === 'undefined') return;
    const observer = new PerformanceObserver((list) => {
      for (const { startTime, duration, initiatorType } of list.getEntries() as PerformanceResourceTiming[])
        if (!PARTS.test(initiatorType)) this.#ended.push({ startMs: startTime, endMs: startTime + duration });
      this.#ended.splice(0, this.#ended.length - MOST);
    });
    observer.observe({ type: 'resource' });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Whether one that was under way before `sinceMs` has ended at about `untilMs`, or later. */
  hasEnded(sinceMs: number, untilMs: number): boolean {
    return this.#ended.some(({ startMs, endMs }) => startMs <= sinceMs && endMs >= untilMs - BUFFERED_MS);
  }
}
