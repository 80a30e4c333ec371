/** Waits until what grows in the page is still. What is known already is only followed. */
import type { ToolProfile } from '../../tools/profile.ts';
import { Followed } from './followed.ts';
import { type Burst, Growth } from './growth.ts';
import type { Arrival } from './redrawn.ts';

/** A burst is judged when its text has been still for this long; again when more comes. */
export const STILL_MS = 550;
/** Within this time what was drawn anew has been looked at. */
const REDRAWN_MS = 300;
/** After so long it is known how something grows, as long as it makes no pause. */
const STEADY_MS = 1_500;
const PAUSE_MS = 100;

export class Bursts {
  readonly #still: (burst: Burst) => void;
  readonly #growth = new Growth();
  readonly #followed = new Followed();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Up to when bursts were judged. */
  #judgedMs = 0;

  /** `still` is told of each burst that has become still. */
  constructor(still: (burst: Burst) => void, signal: AbortSignal) {
    this.#still = still;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** By which profile answers are known from now on. */
  know(profile: ToolProfile | undefined): void {
    this.#followed.know(profile);
  }

  note(arrival: Arrival): void {
    this.#growth.note(arrival);
  }

  /** Text came in `element`: from now on the answer in which that stands is only measured, where it is known. */
  follow(element: Element, echo: Element | undefined): void {
    if (this.#followed.begin(element, echo)) this.#growth.gather(this.#followed.element as Element);
  }

  get followed(): Element | undefined {
    return this.#followed.element;
  }

  /** Something changed in what is followed, so many times. */
  went(times: number): void {
    const arrival = this.#followed.came(times);
    if (arrival) this.note(arrival);
  }

  /** What was just noted went on growing meanwhile. */
  again(element: Element, beats: readonly number[]): void {
    this.#growth.again(element, beats);
  }

  /** When the burst that goes on began. */
  get startedMs(): number | undefined {
    return this.#growth.burst?.startedMs;
  }

  /** When something last grew in it. */
  get lastMs(): number | undefined {
    return this.#growth.burst?.lastMs;
  }

  /** Whether it has gone on for a while, and made no pause just now: of so many ms. */
  isSteady(pauseMs = PAUSE_MS): boolean {
    const { burst } = this.#growth;
    return !!burst && burst.lastMs - burst.startedMs > STEADY_MS && performance.now() - burst.lastMs < pauseMs;
  }

  /** Whether an element has grown in it. */
  has(element: Element): boolean {
    return this.#growth.has(element);
  }

  /** Whether something in an element grew piece by piece in the last burst, or also in one before it. */
  streamedIn(element: Element, isEarlier?: true): boolean {
    return this.#growth.streamedIn(element, isEarlier);
  }

  /** Another prompt turns up, which was sent at `atMs`: what grew before that is the answer to the last one. */
  end(atMs: number): void {
    this.#judge(this.#growth.before(atMs));
    this.#growth.end();
  }

  /** Judges a burst once it is still, however busy the rest of the page is. */
  judgeSoon(): void {
    const burst = this.#growth.burst;
    if (!burst || this.#judgedMs >= burst.lastMs) return;
    const waitMs = Math.max(0, burst.lastMs + STILL_MS - performance.now());
    // One that waits already asks again when its time has come.
    this.#timer ??= setTimeout(() => this.#judgeStill(), waitMs);
  }

  #judgeStill(again = false): void {
    this.#timer = undefined;
    const burst = this.#growth.burst;
    if (burst && performance.now() - burst.lastMs < STILL_MS - 10) return this.judgeSoon();
    const isRedrawn = burst && [...burst.grown.keys()].some((element) => !element.isConnected);
    // Drawn anew a moment ago: what stands in its place is known once that was looked at.
    if (isRedrawn && !again) this.#timer = setTimeout(() => this.#judgeStill(true), REDRAWN_MS);
    else this.#judge(burst);
  }

  #judge(burst: Burst | undefined): void {
    this.#followed.end();
    if (!burst || this.#judgedMs >= burst.lastMs) return;
    this.#judgedMs = burst.lastMs;
    this.#still(burst);
  }
}
