/**
 * Whether a page lets nobody ask on while an answer is awaited: the button to send stops, or cannot be pressed. None does so
 * while a colleague thinks.
 */

/** How often it is looked at, and how many times at most after something was sent. */
const LOOK_MS = 150;
const MOST_LOOKS = 200;

export class Locked {
  readonly #isLocked: () => boolean;
  readonly #grows: () => boolean;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** When it was first and last seen since something was sent. */
  #firstMs = Number.POSITIVE_INFINITY;
  #lastMs = 0;

  /** `grows`: whether something has grown for a while and goes on: it is no beginning of an answer, and nobody looks meanwhile. */
  constructor(isLocked: () => boolean, grows: () => boolean, signal: AbortSignal) {
    this.#isLocked = isLocked;
    this.#grows = grows;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearInterval(this.#timer));
  }

  /** Something was sent. */
  sent(): void {
    clearInterval(this.#timer);
    if (this.#signal.aborted) return;
    [this.#firstMs, this.#lastMs] = [Number.POSITIVE_INFINITY, 0];
    let left = MOST_LOOKS;
    this.#timer = setInterval(() => {
      if (left-- === 0) return clearInterval(this.#timer);
      if (this.#grows() || !this.#isLocked()) return;
      const now = performance.now();
      [this.#firstMs, this.#lastMs] = [Math.min(now, this.#firstMs), now];
    }, LOOK_MS);
  }

  /**
   * Whether it was so until an answer began, and is no more. A form that is only sent is free again when what was written is
   * there: at `shownMs`.
   */
  wasUntil(startedMs: number, shownMs: number): boolean {
    const isUntil = this.#firstMs <= startedMs && this.#lastMs >= startedMs - 2 * LOOK_MS;
    return isUntil && this.#lastMs > shownMs + LOOK_MS / 2 && !this.#isLocked();
  }
}
