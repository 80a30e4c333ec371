/** Does work in short slices between the page's own, so that no task of ours is ever long. */

/** Longest a slice may take: with what the browser collects of garbage in it, a task is still over within 8 ms. */
export const SLICE_MS = 2.5;

/**
 * Queues items and works through them in slices, the first one `delayMs` after the first item came. Nothing runs, and
 * no timer waits, while the queue is empty.
 */
export class Slices<T> {
  #queue: T[] = [];
  #next = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #work: (item: T) => void;
  readonly #delayMs: number;
  readonly #done: (() => void) | undefined;

  constructor(work: (item: T) => void, delayMs: number, signal: AbortSignal, done?: () => void) {
    this.#work = work;
    this.#delayMs = delayMs;
    this.#done = done;
    signal.addEventListener('abort', () => this.#stop());
  }

  add(item: T): void {
    this.#queue.push(item);
    this.#timer ??= setTimeout(this.#run, this.#delayMs);
  }

  /** How many items wait to be worked on. */
  get waiting(): number {
    return this.#queue.length - this.#next;
  }

  /** Works for one slice now; answers whether nothing waits any more. */
  flush(): boolean {
    if (this.waiting === 0) return true;
    clearTimeout(this.#timer);
    this.#run();
    return this.waiting === 0;
  }

  #run = (): void => {
    const end = performance.now() + SLICE_MS;
    while (this.#next < this.#queue.length) {
      this.#try(this.#queue[this.#next++] as T);
      if (performance.now() < end) continue;
      this.#timer = setTimeout(this.#run, 0);
      return;
    }
    this.#queue = [];
    this.#next = 0;
    this.#timer = undefined;
    this.#done?.();
  };

  /** What a page has built so that it cannot be read must not keep us from the rest. */
  #try(item: T): void {
    try {
      this.#work(item);
    } catch (error) {
      console.debug('Countersign:', error);
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#queue = [];
    this.#next = 0;
  }
}

/** Work that stops again and again on its way, so that other work can come between. */
export type Work<T = unknown> = Generator<void, T>;

/** A stop of a work may take nearly as long as a slice may: no other one is begun after this time. */
const BEGIN_MS = 1;

/** Does works one after another, from stop to stop. */
export class Works {
  readonly #waiting: Work[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#waiting.length = 0;
    });
  }

  add(work: Work): void {
    this.#waiting.push(work);
    if (this.#waiting.length === 1) this.#timer = setTimeout(this.#run, 0);
  }

  #run = (): void => {
    const end = performance.now() + BEGIN_MS;
    do this.#goOn();
    while (this.#waiting.length > 0 && performance.now() < end);
    if (this.#waiting.length > 0) this.#timer = setTimeout(this.#run, 0);
  };

  #goOn(): void {
    try {
      if (!this.#waiting[0]?.next().done) return;
    } catch (error) {
      // What a page has built so that it cannot be read must not keep us from the rest.
      console.debug('Countersign:', error);
    }
    this.#waiting.shift();
  }
}

/** Does a work without stopping. */
export function allOf<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
