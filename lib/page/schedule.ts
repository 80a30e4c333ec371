/** Does work in short slices between the page's own, so that no task of ours is ever long. */

/** Longest a slice may take: half of a frame at 120 Hz. */
export const SLICE_MS = 4;

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
