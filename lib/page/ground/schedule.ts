/** Does work in short slices between the page's own, so that no task of ours is ever long. */

/** Longest a slice may take: with what the browser collects of garbage in it, a task is still over within 8 ms. */
const SLICE_MS = 2.5;

/** Takes steps for the time of a slice, at least one. A step answers whether there is one more; so does this. */
export function inSlice(step: () => boolean, sliceMs = SLICE_MS): boolean {
  const end = performance.now() + sliceMs;
  while (step()) if (performance.now() >= end) return true;
  return false;
}

/**
 * Queues items and works through them in slices, the first one `delayMs` after the first item came. Nothing runs, and
 * no timer waits, while the queue is empty.
 */
export class Slices<T> {
  #queue: T[] = [];
  #next = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #work: (item: T) => unknown;
  readonly #delayMs: number;
  readonly #done: (() => void) | undefined;
  readonly #sliceMs: number | undefined;

  /** `work` answers `true` where it is not done with an item: it goes on with it. */
  constructor(work: (item: T) => unknown, delayMs: number, signal: AbortSignal, done?: () => void, sliceMs?: number) {
    this.#work = work;
    this.#delayMs = delayMs;
    this.#done = done;
    this.#sliceMs = sliceMs;
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#empty();
    });
  }

  /** `isAwaited`: somebody will `flush` in time, and no timer is needed. */
  add(item: T, isAwaited = false): void {
    this.#queue.push(item);
    if (!isAwaited) this.#timer ??= setTimeout(this.#run, this.#delayMs);
  }

  /** Queues items, and works for one slice at once: a timer that is set only to be cleared is time of a task, too. */
  addNow(items: readonly T[]): void {
    for (const item of items) this.#queue.push(item);
    this.flush();
  }

  /** How many items wait to be worked on. */
  get waiting(): number {
    return this.#queue.length - this.#next;
  }

  /** Works for one slice now; answers whether nothing waits any more. */
  flush(): boolean {
    if (this.waiting === 0) return true;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#run();
    return this.waiting === 0;
  }

  #run = (): void => {
    const isLeft = inSlice(() => {
      if (this.waiting > 0 && this.#try(this.#queue[this.#next] as T) !== true) this.#next++;
      return this.waiting > 0;
    }, this.#sliceMs);
    this.#timer = isLeft ? setTimeout(this.#run, 0) : undefined;
    if (isLeft) return;
    this.#empty();
    this.#done?.();
  };

  /** What a page has built so that it cannot be read must not keep us from the rest. */
  #try(item: T): unknown {
    try {
      return this.#work(item);
    } catch (error) {
      return console.debug('Countersign:', error);
    }
  }

  #empty(): void {
    this.#queue = [];
    this.#next = 0;
  }
}

/** Work that stops again and again on its way, so that other work can come between. */
export type Work<T = unknown> = Generator<void, T>;

/** A stop of a work may take nearly as long as a slice may: no other one is begun after this time. */
const BEGIN_MS = 1;

/** Does works one after another, from stop to stop. */
export const worksUntil = (signal: AbortSignal): Slices<Work> =>
  new Slices((work) => !work.next().done, 0, signal, undefined, BEGIN_MS);

/** Does a work without stopping. */
export function allOf<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
