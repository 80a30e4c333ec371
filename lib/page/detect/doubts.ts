/**
 * Changes that may be none. Many pages draw all their turns anew at each token of the newest, or put buttons beside an answer
 * that has ended: then something changes in an output, and not its text. So it is read before it is believed.
 */

import { SLICE_MS } from '../ground/schedule.ts';
import { type Found, textOf } from './found.ts';
import type { Turns } from './turns.ts';

/** Between the tokens of most streams there is less. */
const PAUSE_MS = 300;

export class Doubts {
  readonly #turns: Turns;
  readonly #changed: (found: Found) => void;
  readonly #doubted = new Set<Found>();

  /** `changed` is told of each output whose text did change. */
  constructor(turns: Turns, changed: (found: Found) => void) {
    this.#turns = turns;
    this.#changed = changed;
  }

  add(found: Found): void {
    this.#doubted.add(found);
  }

  forget(found: Found): void {
    this.#doubted.delete(found);
  }

  /** Reads what is doubted, for the time of a slice. Answers whether nothing is left. */
  read(): boolean {
    const end = performance.now() + SLICE_MS;
    for (const found of this.#doubted) {
      this.#doubted.delete(found);
      const before = found.state === 'complete' ? found.text : found.read;
      found.read = textOf(found.turn, this.#turns);
      if (found.read !== before) this.#changed(found);
      if (performance.now() >= end) break;
    }
    return this.#doubted.size === 0;
  }

  /** Whether the newest output plainly grows: it streams, makes no pause, and the page's own count of its letters says so. */
  grows(found: Found): boolean {
    const { length } = found;
    found.length = found.turn.textContent?.length ?? 0;
    return !this.#isPausing(found) && found.length !== length;
  }

  #isPausing({ state, readMs, changedMs }: Found): boolean {
    return state === 'complete' || readMs === changedMs;
  }

  /** Reads the newest output once it pauses. */
  readPausing(found: Found | undefined): void {
    if (!found || this.#isPausing(found) || performance.now() - found.changedMs < PAUSE_MS) return;
    this.note(found);
    found.readMs = found.changedMs;
  }

  /** Reads an output that streams: what comes into it is doubted from now on. */
  note(found: Found | undefined): void {
    if (found?.state === 'streaming') found.read = textOf(found.turn, this.#turns);
  }
}
