/** Says when an answer is complete: by the tool's mark of streaming, else by a quiet time that adapts to its rhythm. */
import { type Found, roughTextOf, textOf } from './found.ts';
import { findsAny } from './matches.ts';
import { goesOn } from './name.ts';
import type { Turns } from './turns.ts';

/** How often a streaming output is looked at: an output ends at most this long after it could have been known. */
export const TICK_MS = 200;
/** Quiet time after which an answer whose tool shows no mark any more is complete. */
const QUIET_MARKED_MS = 350;
/** Quiet times where no mark was ever seen: at least, and at most however slow the stream was. */
const QUIET_MS = 700;
const LONGEST_QUIET_MS = 2_500;
/** A pause this many times the longest one so far is more than the stream's rhythm. */
const RHYTHM = 3;
/** Changes closer together than this were seen in one look at the page. */
const ONE_LOOK_MS = 40;
/** After a pause that was taken for the end and was none, the same answer is given this much more of it, up to a limit. */
const PAUSE_FACTOR = 1.5;
/** A pause longer than this is none: what comes after it is an edit. */
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

/** How what comes into an output comes. */
interface Rhythm {
  /** The tool's own mark of streaming was seen on it. */
  marked: boolean;
  /** It was seen on it since it was last taken for complete. */
  writes: boolean;
  /** Its mark of streaming stayed although nothing came any more. */
  stale: boolean;
  /** It has shown some text. */
  spoke: boolean;
  /** `performance.now()` of the last change, and the longest pause between two of them. */
  changedMs: number;
  longestGapMs: number;
  /** A pause after which it went on although it had been taken for complete. */
  pauseMs: number;
  /** Since it was taken for complete and goes on: how long it had paused, and how often something came since then. */
  resumed?: { afterMs: number; times: number } | undefined;
  /** The answer before it. */
  before?: Found;
}

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
  readonly #rhythms = new WeakMap<Found, Rhythm>();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** Looks once at a page in which no answer is: a stop button there has nothing to stop. */
  lookAtEmpty(): void {
    this.#stop.stale = this.#sees(document, this.#stop);
  }

  /** The text of an output changed. */
  came(found: Found): void {
    const rhythm = this.#of(found);
    const now = performance.now();
    const gapMs = now - rhythm.changedMs;
    if (found.state === 'complete') {
      // Something changed in a complete answer: an edit, a late re-rendering, or a stream that goes on.
      found.state = 'streaming';
      rhythm.writes = false;
      rhythm.resumed = gapMs < LONGEST_PAUSE_MS ? { afterMs: gapMs, times: 0 } : undefined;
    } else if (gapMs > ONE_LOOK_MS) {
      found.grew = true;
      // Up to its first words it was waited for: that is no part of its rhythm.
      if (rhythm.spoke) rhythm.longestGapMs = Math.max(rhythm.longestGapMs, gapMs);
      if (rhythm.resumed) rhythm.resumed.times++;
    }
    rhythm.changedMs = now;
    rhythm.spoke ||= roughTextOf(found.turn, this.#turns) !== '';
  }

  /** An answer is the newest, after another one. */
  comesAfter(found: Found, before: Found): void {
    this.#of(found).before = before;
  }

  /** When the text of an output last changed. */
  changedMs(found: Found): number {
    return this.#of(found).changedMs;
  }

  /** Whether the tool says that an answer streams which is new to us, as far as it can be believed. */
  isMarked(found: Found, rank: Rank): boolean {
    const isMarked = this.#markOn(found, rank) !== undefined;
    this.#of(found).marked = isMarked;
    return isMarked;
  }

  /** Whether the tool said so at any time. */
  wasMarked(found: Found): boolean {
    return this.#of(found).marked;
  }

  /** Whether the tool said so since the answer was last taken for complete. */
  writes(found: Found): boolean {
    return this.#of(found).writes;
  }

  /** Whether the tool's mark is on it now, not on the page as a whole, and was not found to be forgotten. */
  isWritten = (found: Found): boolean => this.#markOn(found, 'older') !== undefined;

  /** What stood in an element is another output now. */
  passOn(found: Found, other: Found): void {
    this.#of(other).marked = this.#of(found).marked;
  }

  #of(found: Found): Rhythm {
    const known = this.#rhythms.get(found);
    if (known) return known;
    const rhythm: Rhythm = {
      ...{ marked: false, writes: false, stale: false, spoke: false },
      ...{ changedMs: performance.now(), longestGapMs: 0, pauseMs: 0 },
    };
    this.#rhythms.set(found, rhythm);
    return rhythm;
  }

  /** In how many ms what streams is looked at next: a tick, or less where something may have ended before that. */
  nextLookMs(streaming: Iterable<Found>): number {
    const now = performance.now();
    let nextMs = TICK_MS;
    for (const found of streaming) {
      const rhythm = this.#of(found);
      const dueMs = Math.ceil(rhythm.changedMs + (rhythm.marked ? QUIET_MARKED_MS : quietFor(rhythm)) - now);
      if (dueMs > 0) nextMs = Math.min(nextMs, dueMs);
    }
    return nextMs;
  }

  hasEnded(found: Found, rank: Rank): boolean {
    const rhythm = this.#of(found);
    const quietMs = performance.now() - rhythm.changedMs;
    if (quietMs < QUIET_MARKED_MS) {
      // Seen while tokens come, so that its going is known for the end. The stop button would be a look at the whole page.
      if (this.#markOn(found, 'older')) rhythm.marked = rhythm.writes = true;
      if (rank === 'newest') this.#turns.beyond()?.streams(found, rhythm.before, quietMs);
      return false;
    }
    const mark = this.#markOn(found, rank);
    if (mark) {
      rhythm.marked = rhythm.writes = true;
      if (quietMs <= longestFor(mark, found, rank, mark === this.#stop)) return false;
      this.#distrust(mark, rhythm);
      return true;
    }
    if (rhythm.marked) return true;
    if (quietMs < quietFor(rhythm) || this.#pausesOnly(found, rhythm, quietMs)) return false;
    return rank !== 'newest' || !this.#turns.beyond()?.goesOn(found, rhythm.before, rhythm.changedMs);
  }

  #markOn(found: Found, rank: Rank): Trust | undefined {
    const { streaming, stop } = this.#turns.profile;
    if (streaming) {
      const rhythm = this.#of(found);
      if (!this.#turns.marks(found.turn, streaming)) {
        rhythm.stale = false;
        Object.assign(this.#onTurn, { proven: true, stale: false });
      } else if (!rhythm.stale && !this.#onTurn.stale) return this.#onTurn;
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

  #distrust(mark: Trust, rhythm: Rhythm): void {
    rhythm.marked = false;
    if (mark === this.#onTurn) rhythm.stale = true;
    if (mark === this.#stop || !mark.proven) mark.stale = true;
  }

  /** A stream that has gone on after it was taken for complete is given more time, in this answer, than it was. */
  #pausesOnly({ turn, text }: Found, rhythm: Rhythm, quietMs: number): boolean {
    const { resumed } = rhythm;
    if (resumed && resumed.times >= RESUMED_TIMES && text !== undefined) {
      if (goesOn(textOf(turn, this.#turns), text)) rhythm.pauseMs = Math.max(rhythm.pauseMs, resumed.afterMs);
      rhythm.resumed = undefined;
    }
    return quietMs < quietFor(rhythm);
  }
}

/** How long a mark is believed in while nothing comes. A stop button that was there before us may always be there. */
function longestFor(trust: Trust, found: Found, rank: Rank, isStop: boolean): number {
  if (trust.proven && rank === 'newest') return STALE_MARK_MS;
  return isStop && !found.grew ? LONGEST_QUIET_MS : UNPROVEN_MARK_MS;
}

const quietFor = ({ longestGapMs, pauseMs }: Rhythm): number =>
  Math.max(
    Math.min(LONGEST_QUIET_MS, Math.max(QUIET_MS, RHYTHM * longestGapMs)),
    Math.min(LONGEST_PAUSE_MS, PAUSE_FACTOR * pauseMs),
  );
