/** Says when an answer is complete: by the tool's mark of streaming, else by a quiet time that adapts to its rhythm. */
import { type Found, textOf } from './found.ts';
import { goesOn } from './name.ts';
import { findsAny, type Turns } from './turns.ts';

/** How often a streaming output is looked at: an output ends at most this long after it could have been known. */
export const TICK_MS = 200;
/** Quiet time after which an answer whose tool shows no mark any more is complete. */
const QUIET_MARKED_MS = 350;
/** Quiet times where no mark was ever seen: at least, and at most however slow the stream was. */
const QUIET_MS = 700;
const LONGEST_QUIET_MS = 2_500;
/** A pause this many times the longest one so far is more than the stream's rhythm. */
const RHYTHM = 3;
/** After a pause that was taken for the end and was none, the same answer is given this much more of it, up to a limit. */
const PAUSE_FACTOR = 1.5;
const LONGEST_PAUSE_MS = 30_000;
/** In so many looks more something must come after a pause for it to be a stream that goes on: an edit comes in one or two. */
const RESUMED_TIMES = 2;
/** A mark that stays although nothing came for this long is a mark that somebody forgot to remove. */
const STALE_MARK_MS = 120_000;
/** The same for a mark that was never seen to go: it may be no mark at all. */
const UNPROVEN_MARK_MS = 10_000;

/**
 * The newest answer, those that came with it and were never complete (a stop button may be about any of these), and the
 * older ones.
 */
export type Rank = 'newest' | 'beside' | 'older';

/** What is known of a kind of mark in this page. */
interface Trust {
  /** It was seen to be absent: so it comes and goes. */
  proven: boolean;
  /** It stayed although nothing came: passed over until it is seen to go. */
  stale: boolean;
}

export class Ending {
  readonly #turns: Turns;
  readonly #onTurn: Trust = { proven: false, stale: false };
  readonly #stop: Trust = { proven: false, stale: false };

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** Looks once at a page in which no answer is: a stop button there has nothing to stop. */
  lookAtEmpty(): void {
    this.#stop.stale = this.#sees(document, this.#stop);
  }

  /** Whether the tool says that this answer streams, as far as it can be believed. */
  isMarked(found: Found, rank: Rank): boolean {
    return this.#markOn(found, rank) !== undefined;
  }

  /** In how many ms what streams is looked at next: a tick, or less where something may have ended before that. */
  nextLookMs(streaming: Iterable<Found>): number {
    const now = performance.now();
    let nextMs = TICK_MS;
    for (const found of streaming) {
      const dueMs = Math.ceil(found.changedMs + (found.marked ? QUIET_MARKED_MS : quietFor(found)) - now);
      if (dueMs > 0) nextMs = Math.min(nextMs, dueMs);
    }
    return nextMs;
  }

  hasEnded(found: Found, rank: Rank): boolean {
    const quietMs = performance.now() - found.changedMs;
    if (quietMs < QUIET_MARKED_MS) {
      // Seen while tokens come, so that its going is known for the end. The stop button would be a look at the whole page.
      found.marked ||= this.#markOn(found, 'older') !== undefined;
      return false;
    }
    const mark = this.#markOn(found, rank);
    if (mark) {
      found.marked = true;
      if (quietMs <= longestFor(mark, found, rank, mark === this.#stop)) return false;
      this.#distrust(mark, found);
      return true;
    }
    return found.marked || (quietMs >= quietFor(found) && !this.#pausesOnly(found, quietMs));
  }

  #markOn(found: Found, rank: Rank): Trust | undefined {
    const { streaming, stop } = this.#turns.profile;
    if (streaming) {
      const isOn = this.#turns.marks(found.turn, streaming);
      if (!isOn) {
        found.stale = false;
        Object.assign(this.#onTurn, { proven: true, stale: false });
      } else if (!found.stale && !this.#onTurn.stale) return this.#onTurn;
    }
    if (!stop || rank === 'older') return undefined;
    const isOn = this.#sees(found.root, this.#stop) || (found.root !== document && this.#sees(document, this.#stop));
    return isOn && !this.#stop.stale ? this.#stop : undefined;
  }

  #sees(root: ParentNode, trust: Trust): boolean {
    const isOn = findsAny(root, this.#turns.profile.stop);
    if (!isOn && root === document) Object.assign(trust, { proven: true, stale: false });
    return isOn;
  }

  #distrust(mark: Trust, found: Found): void {
    found.marked = false;
    if (mark === this.#onTurn) found.stale = true;
    if (mark === this.#stop || !mark.proven) mark.stale = true;
  }

  /** A stream that has gone on after it was taken for complete is given more time, in this answer, than it was. */
  #pausesOnly(found: Found, quietMs: number): boolean {
    const { resumed, text } = found;
    if (resumed && resumed.times >= RESUMED_TIMES && text !== undefined) {
      if (goesOn(textOf(found.turn, this.#turns), text)) found.pauseMs = Math.max(found.pauseMs, resumed.afterMs);
      found.resumed = undefined;
    }
    return quietMs < quietFor(found);
  }
}

/** How long a mark is believed in while nothing comes. A stop button that was there before us may always be there. */
function longestFor(trust: Trust, found: Found, rank: Rank, isStop: boolean): number {
  if (trust.proven && rank === 'newest') return STALE_MARK_MS;
  return isStop && !found.grew ? LONGEST_QUIET_MS : UNPROVEN_MARK_MS;
}

const quietFor = ({ longestGapMs, pauseMs }: Found): number =>
  Math.max(
    Math.min(LONGEST_QUIET_MS, Math.max(QUIET_MS, RHYTHM * longestGapMs)),
    Math.min(LONGEST_PAUSE_MS, PAUSE_FACTOR * pauseMs),
  );
