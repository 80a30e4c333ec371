/**
 * Finds the outputs of a frame by a profile. An output goes one way: the lookout sees its turn, `Outputs` says which output
 * that is, `Following` waits for its end, and here its text is read and told of.
 */
import type { ListedOutput } from '../../messages/to-page/index.ts';
import { inPageOrder } from '../ground/order.ts';
import { canRead } from '../read/port.ts';
import { Following } from './following.ts';
import { type Found, listedOf, readingOf } from './found.ts';
import { Lookout } from './lookout.ts';
import { Outputs } from './outputs.ts';
import { Steady } from './steady.ts';
import { isTelling, tell, tellLate } from './tell.ts';
import type { Turns } from './turns.ts';

interface DetectorEvents {
  /** An output is complete, for the first time or with a changed text. */
  completed(found: Found): void;
  /** An output has ended, with whatever text. */
  ended?(found: Found): void;
  /** An output has left the page. */
  gone(found: Found): void;
  /** An output stands in another element now; `from` is the one that it stood in. */
  moved?(found: Found, from: Element): void;
}

export class Detector {
  readonly turns: Turns;
  readonly #events: DetectorEvents;
  readonly #outputs: Outputs;
  readonly #lookout: Lookout;
  readonly #steady: Steady;

  /** `earlier` is what was found when the frame was read by another profile: the same texts stay the same outputs. */
  constructor(turns: Turns, events: DetectorEvents, signal: AbortSignal, earlier: readonly Found[] = []) {
    this.turns = turns;
    this.#events = events;
    this.#outputs = new Outputs(turns, earlier);
    const changes = (turn: Element) => {
      const found = this.#outputs.at(turn);
      if (found) found.differs = true;
    };
    this.#steady = new Steady(turns, changes, signal);
    const following = new Following(
      turns,
      {
        lookFirst: () => this.#lookout.flush(),
        ended: (...ended) => {
          const found = this.#complete(...ended);
          if (found?.state === 'complete') events.ended?.(found);
          return found;
        },
        moved: (found, from) => {
          this.#steady.moved(found, from);
          events.moved?.(found, from);
        },
        gone: (found) => events.gone(found),
        stays: (found) => tellLate(found, turns, signal),
      },
      signal,
    );
    this.#lookout = new Lookout(turns, this.#outputs, following, signal);
  }

  /** All outputs in page order. */
  list(): ListedOutput[] {
    // What was drawn anew is not gone: what came in its place is looked at first.
    this.#lookout.flush();
    this.#lookout.drop(this.#outputs.prune());
    return this.found().map((found) => listedOf(found, this.turns));
  }

  /** What was found, in page order. */
  found(): Found[] {
    return inPageOrder([...this.#outputs.all()]);
  }

  /** What was found, in no order. */
  all(): Iterable<Found> {
    return this.#outputs.all();
  }

  /** What was found, in no order; what came only just now is looked at first. */
  now(): Iterable<Found> {
    this.#lookout.flush();
    return this.#outputs.all();
  }

  /** Looks over all roots once: for turns that got their marks after they were added. */
  sweep(): void {
    this.#lookout.sweep();
  }

  /** Reads what has ended; answers which output that is, since the page may have put another one into its element. */
  #complete(given: Found, isMarked: boolean, writes: boolean): Found | undefined {
    const prose = this.turns.prose(given.turn);
    const { text, isPart } = readingOf(prose, this.turns);
    if (!canRead()) return undefined;
    if (this.#keeps(given, text, isPart, writes)) {
      given.state = 'complete';
      return given;
    }
    // What shows nothing yet comes back when something changes in it; what showed something before is being written anew.
    // What the person wrote is no output, whatever the profile says.
    if (text === '' || (!given.completedAt && this.turns.beyond()?.isPersons(given.turn, text, true))) {
      if (!given.completedAt) this.#outputs.forget(given);
      return given;
    }
    const found = this.#outputs.sameOrOther(given, text);
    if (found !== given) this.#events.gone(given);
    found.state = 'complete';
    found.box = prose[0] ?? found.turn;
    found.evidence.add(isMarked ? 'mark:ended' : found.grew ? 'quiet' : 'present');
    if (found.grew) found.evidence.add('grew');
    this.#settle(found, text, isPart);
    return found;
  }

  /** Whether it is the answer that was read, though another text may stand there; and notes whether that is the known one. */
  #keeps(given: Found, text: string, isPart: boolean, writes: boolean): boolean {
    const isOther = text !== given.text;
    const kept = isOther ? this.#steady.keeps(given, text, isPart, writes) : undefined;
    // Of a text that the background does not know yet, what it said of an earlier one says nothing.
    const isNew = isOther && given.text !== undefined && kept === undefined;
    given.differs = kept === 'changed' || isNew || isTelling(given);
    return kept !== undefined;
  }

  /** What a person made of an answer is its text from now on: told of as a version of its own. Gives the hash of that. */
  async bringUp(found: Found): Promise<string | undefined> {
    const { text, isPart } = readingOf(this.turns.prose(found.turn), this.turns);
    if (canRead() && text !== '') this.#settle(found, text, isPart);
    await tell(found, this.turns);
    return found.hash;
  }

  #settle(found: Found, text: string, isPart: boolean): void {
    this.#steady.read(found, isPart);
    if (found.text === text) return;
    found.text = text;
    found.completedAt = new Date().toISOString();
    this.#outputs.goOn(found);
    this.#events.completed(found);
  }
}
