/**
 * A look at something that goes on, again and again. There is one timer at a time, and it is set at the end of a look, when all
 * is known that it depends on.
 */
export class Ticks {
  readonly #look: () => number | undefined;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `look` answers in how many ms it is to be done again, if it is. */
  constructor(look: () => number | undefined, signal: AbortSignal) {
    this.#look = look;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Whether a look will come by itself. */
  get isSet(): boolean {
    return this.#timer !== undefined;
  }

  /** Looks in so many ms, unless that is set already. Of what is asked for during a look, the look's own answer counts. */
  soon(inMs: number): void {
    this.#timer ??= setTimeout(this.#tick, inMs);
  }

  #tick = (): void => {
    let nextMs: number | undefined;
    try {
      nextMs = this.#look();
    } finally {
      this.#timer = undefined;
    }
    if (nextMs !== undefined && !this.#signal.aborted) this.soon(nextMs);
  };
}
