/** Follows each output from its first token until it has ended, and again when it goes on. */
import { inPageOrder } from '../ground/order.ts';
import { inSlice } from '../ground/schedule.ts';
import { Ticks } from '../ground/ticks.ts';
import { canRead } from '../read/port.ts';
import { Doubts } from './doubts.ts';
import { Ending, type Rank, TICK_MS } from './ending.ts';
import { type Found, textOf } from './found.ts';
import type { Turns } from './turns.ts';

/** `present`: it was there when we came; `first`: before all others; `swept`: found by looking through the page once more. */
export type How = 'present' | 'first' | 'added' | 'swept';

interface FollowingEvents {
  /** Looks at what has come without waiting for its time; false where it was more than a slice can take. */
  lookFirst(): boolean;
  /**
   * An output has ended. Answers which output it turned out to be, now that its text is read; undefined where what reads
   * it is not there yet.
   */
  ended(found: Found, isMarked: boolean, writes: boolean): Found | undefined;
  /** An output stands in another element now; `from` is the one that it stood in. */
  moved(found: Found, from: Element): void;
  gone(found: Found): void;
  /** Something changed at a complete output, and not in its text. */
  stays(found: Found): void;
}

/** How soon it is looked again whether what reads has come. */
const UNREAD_MS = 30;

export class Following {
  readonly #turns: Turns;
  readonly #events: FollowingEvents;
  readonly #ending: Ending;
  readonly #doubts: Doubts;
  readonly #streaming = new Set<Found>();
  /** What has ended and could not be read yet. */
  readonly #unread = new Set<Found>();
  /** What was heard of in this look: one token changes several nodes of an output. */
  readonly #heard = new Set<Found>();
  readonly #ticks: Ticks;
  /** The newest answer: the one that a stop button is about. */
  #newest: Found | undefined;

  constructor(turns: Turns, events: FollowingEvents, signal: AbortSignal) {
    this.#turns = turns;
    this.#events = events;
    this.#ending = new Ending(turns);
    this.#doubts = new Doubts(turns, this.#ending, (found) => this.came(found), events.stays);
    this.#ticks = new Ticks(() => this.#lookOver(), signal);
  }

  /** The frame has no output yet. */
  beginEmpty(): void {
    this.#ending.lookAtEmpty();
  }

  /** Follows an output that is new to us. */
  begin(found: Found, how: How): void {
    this.#streaming.add(found);
    if (how === 'added' || isAfter(found, this.#newest)) this.#becomesNewest(found);
    // The last answer of a page may be in the middle of its stream when we come: it is given the time to go on.
    const mayStream = how === 'added' || (how !== 'swept' && found === this.#newest);
    // A stop button is not about what was there long before it; nor is it looked for once for each of a thousand turns.
    if (this.#ending.isMarked(found, mayStream ? this.#rankOf(found) : 'older') || mayStream)
      return this.#ticks.soon(TICK_MS);
    found.evidence.add('present');
    // As may the first, on a page that puts the newest above the others, unless the page itself says what is being written.
    if (how === 'first' && !this.#turns.profile.streaming) return this.#ticks.soon(TICK_MS);
    this.#end(found);
  }

  /** What was the newest goes on by itself, if it does: from now on it is read where something changes in it. */
  #becomesNewest(found: Found): void {
    this.#doubts.note(this.#newest);
    if (this.#newest && found !== this.#newest) this.#ending.comesAfter(found, this.#newest);
    this.#newest = found;
  }

  /** An output stands in another element now; `from` is the one that it stood in. */
  moved(found: Found, from: Element): void {
    this.#events.moved(found, from);
    if (found.state !== 'complete' || found.text !== textOf(found.turn, this.#turns)) this.hear(found);
  }

  /** Something changed in an output. What comes into the newest is of its text, as long as it does not pause. */
  hear(found: Found, isBeside = false): void {
    if (isBeside) return this.#doubts.beside(found);
    if (this.#heard.has(found)) return;
    this.#heard.add(found);
    if (found === this.#newest && this.#doubts.grows(found)) this.came(found);
    else this.#doubts.add(found);
  }

  /** The turn of the newest output, where a node stands in it and it is a turn still. */
  newestAround(node: Node): Element | undefined {
    const one = this.#newest;
    return one?.turn.contains(node) && (this.#heard.has(one) || this.#turns.holds(one.turn)) ? one.turn : undefined;
  }

  /** The text of an output changed. */
  came(found: Found): void {
    this.#ending.came(found);
    this.#streaming.add(found);
    this.#ticks.soon(TICK_MS);
  }

  /** Whether it is looked first at what has come within a tick. */
  get looksSoon(): boolean {
    return this.#ticks.isSet;
  }

  /** All that had come was looked at. */
  looked(): void {
    this.#heard.clear();
    if (this.#doubts.read()) this.#ticks.soon(TICK_MS);
  }

  /** An output has gone from the page. */
  drop(found: Found): void {
    this.#streaming.delete(found);
    this.#unread.delete(found);
    this.#doubts.forget(found);
    this.#events.gone(found);
  }

  /** Looks at all that is followed; answers in how many ms that is to be done again, if it is. */
  #lookOver(): number | undefined {
    // In the background timers come late and all at once: what has come is looked at before anything is said to be over.
    const isRead = this.#events.lookFirst();
    const isDoubted = this.#doubts.read();
    const isLeft = isRead && this.#endEnded();
    // What has ended was read just now.
    this.#doubts.readPausing(this.#newest);
    if (this.#unread.size > 0) return UNREAD_MS;
    if (this.#streaming.size > 0) return isLeft ? 0 : this.#ending.nextLookMs(this.#streaming);
    return isDoubted ? TICK_MS : undefined;
  }

  /** Ends what has ended, for the time of a slice: a long answer takes its time to read. Answers whether more is left. */
  #endEnded(): boolean {
    return inSlice(() => {
      const ended = this.#nextEnded();
      if (ended) this.#end(ended);
      return ended !== undefined;
    });
  }

  #nextEnded(): Found | undefined {
    if (canRead()) for (const found of this.#unread) return found;
    for (const found of this.#streaming)
      if (this.#ending.hasEnded(found, this.#rankOf(found)) && !this.#isWrittenWithAnother(found)) return found;
    return undefined;
  }

  /** A document that never had a mark of its own is written for as long as the answer beside it has one. */
  #isWrittenWithAnother(found: Found): boolean {
    if (this.#ending.wasMarked(found) || this.#rankOf(found) === 'older') return false;
    for (const other of this.#streaming) if (other !== found && this.#ending.isWritten(other)) return true;
    return false;
  }

  #rankOf(found: Found): Rank {
    if (found === this.#newest) return 'newest';
    return found.text === undefined && !found.evidence.has('present') ? 'beside' : 'older';
  }

  #end(found: Found): void {
    this.#streaming.delete(found);
    const other = this.#events.ended(found, this.#ending.wasMarked(found), this.#ending.writes(found));
    if (!other) {
      this.#unread.add(found);
      return this.#ticks.soon(UNREAD_MS);
    }
    this.#unread.delete(found);
    if (other === found) return;
    this.#ending.passOn(found, other);
    if (this.#newest === found) this.#newest = other;
  }
}

/** Whether an output is the last so far. Within a root the last turn is taken first, and the first root where each has its own. */
function isAfter(found: Found, newest: Found | undefined): boolean {
  if (!newest?.turn.isConnected) return true;
  return found.root !== newest.root && inPageOrder([newest, found])[1] === found;
}
