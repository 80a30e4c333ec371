/**
 * Changes that may be none. Many pages draw all their turns anew at each token of the newest, or put buttons beside an answer
 * that has ended: then something changes in an output, and not its text. So it is read before it is believed.
 */

import { inSlice } from '../ground/schedule.ts';
import type { Ending } from './ending.ts';
import { type Found, roughTextOf, textOf } from './found.ts';
import type { Turns } from './turns.ts';

/** Between the tokens of most streams there is less. */
const PAUSE_MS = 300;

/** What was read of an output to see whether it changes. */
interface Reading {
  text?: string;
  /** When its last change came, where it was read because it paused after that. */
  pausedMs?: number;
  /** Length of all text in its turn, as far as the page's own tree tells; undefined where that was not asked since it last grew. */
  length?: number | undefined;
  /** Length of the last text in its turn. */
  tail?: number | undefined;
}

export class Doubts {
  readonly #turns: Turns;
  readonly #ending: Ending;
  readonly #changed: (found: Found) => void;
  readonly #stays: (found: Found) => void;
  readonly #doubted = new Set<Found>();
  readonly #readings = new WeakMap<Found, Reading>();

  /** `changed` is told of each output whose text did change, `stays` of each complete one at which something else did. */
  constructor(turns: Turns, ending: Ending, changed: (found: Found) => void, stays: (found: Found) => void) {
    this.#stays = stays;
    this.#turns = turns;
    this.#ending = ending;
    this.#changed = changed;
  }

  add(found: Found): void {
    this.#doubted.add(found);
  }

  /** Something changed beside an output, which is none of its text: that is not read again. */
  beside(found: Found): void {
    if (found.state === 'complete') this.#stays(found);
  }

  forget(found: Found): void {
    this.#doubted.delete(found);
  }

  /** Reads what is doubted, for the time of a slice. Answers whether more is left. */
  read(): boolean {
    return inSlice(() => {
      const [found] = this.#doubted;
      if (found && this.#doubted.delete(found) && this.#hasChanged(found)) this.#changed(found);
      return this.#doubted.size > 0;
    });
  }

  #hasChanged(found: Found): boolean {
    if (found.state === 'complete') {
      const isOther = textOf(found.turn, this.#turns) !== found.text;
      if (!isOther) this.#stays(found);
      return isOther;
    }
    const reading = this.#of(found);
    const before = reading.text;
    reading.text = roughTextOf(found.turn, this.#turns);
    return reading.text !== before;
  }

  /**
   * Whether the newest output plainly grows: it streams, makes no pause, and the length of its last text says so, else the page's own
   * count of its letters. To count them is to put them all together, which in a long answer takes longer than all else.
   */
  grows(found: Found): boolean {
    const reading = this.#of(found);
    const { length, tail } = reading;
    reading.tail = tailOf(found.turn);
    // Buttons without words that come below an answer once it has ended are no text of it.
    const isTail = tail !== undefined && reading.tail !== undefined && reading.tail !== tail;
    reading.length = isTail ? undefined : (found.turn.textContent?.length ?? 0);
    if (this.#isPausing(found)) return false;
    return isTail || (length !== undefined && reading.length !== length);
  }

  #isPausing(found: Found): boolean {
    return found.state === 'complete' || this.#of(found).pausedMs === this.#ending.changedMs(found);
  }

  /** Reads the newest output once it pauses. */
  readPausing(found: Found | undefined): void {
    if (!found || this.#isPausing(found)) return;
    const changedMs = this.#ending.changedMs(found);
    if (performance.now() - changedMs < PAUSE_MS) return;
    this.note(found);
    this.#of(found).pausedMs = changedMs;
  }

  /** Reads an output that streams: what comes into it is doubted from now on. */
  note(found: Found | undefined): void {
    if (found?.state === 'streaming') this.#of(found).text = roughTextOf(found.turn, this.#turns);
  }

  #of(found: Found): Reading {
    const reading = this.#readings.get(found) ?? {};
    this.#readings.set(found, reading);
    return reading;
  }
}

/** Length of the last text of a turn; undefined where its last node is none. */
function tailOf(turn: Element): number | undefined {
  let last: Node = turn;
  while (last.lastChild) last = last.lastChild;
  return last instanceof Text ? last.length : undefined;
}
