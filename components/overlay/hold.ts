/** One gesture is a press and the click that follows it. */
const GESTURE_MS = 700;

/**
 * Holds the card once when it would close over something typed. What is typed is kept as a draft whatever happens; the
 * reminder is there so that nobody closes it without noticing.
 */
export class Hold {
  /** Whether something is typed in the compose frame that was not saved. */
  typed = false;
  #heldAt: number | undefined;
  readonly #remind: () => void;

  constructor(remind: () => void) {
    this.#remind = remind;
  }

  /** Whether the card stays, this time: asked by everything that would close or replace it. */
  holds(now = performance.now()): boolean {
    if (!this.typed) return false;
    if (this.#heldAt !== undefined) return now - this.#heldAt < GESTURE_MS;
    this.#heldAt = now;
    this.#remind();
    return true;
  }

  /** Nothing is typed any more. */
  release(): void {
    this.typed = false;
    this.#heldAt = undefined;
  }
}
