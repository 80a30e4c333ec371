/**
 * Where the learner meets what makes profiles. That is a script of its own, which comes with the first thing that is asked or
 * grows: on most pages that nobody knows nothing ever is.
 */
import { load } from '../frame/load.ts';
import { findTeachable, type Teachable } from '../frame/teachable.ts';
import type { Work } from '../ground/schedule.ts';
import type { Lessons } from './lessons.ts';

type Give = (...given: ConstructorParameters<typeof Lessons>) => Lessons;

interface Lectern {
  /** The frame, by the detector that reads it: what an earlier one had brought is not for this one. */
  of: Teachable | undefined;
  give?: Give;
  /** Called once they can be given. */
  opened?: () => void;
}

/** A script that has not come by then is asked for again. */
const AGAIN_MS = 2_000;
/** What was seen that waits for it; older is let go. */
const MOST_WAITING = 6;

const KEY = Symbol.for('countersign.lessons');
const world = globalThis as { [KEY]?: Lectern };

function lecternHere(): Lectern {
  const of = findTeachable();
  const known = world[KEY];
  if (known && known.of === of) return known;
  const lectern: Lectern = { of };
  world[KEY] = lectern;
  return lectern;
}

/** Says that lessons can be given in this frame. */
export function offerLessons(give: Give): void {
  const lectern = lecternHere();
  lectern.give = give;
  lectern.opened?.();
}

/** The lessons of one learner, from when they are there. */
export class LessonsToCome {
  readonly #begin: (give: Give) => Lessons;
  readonly #add: (work: Work<void>) => void;
  #lessons: Lessons | undefined;
  #waiting: ((lessons: Lessons) => Work<void>)[] = [];
  #askedMs = -AGAIN_MS;

  /** `begin` makes them, and `add` does a work that has waited for them. */
  constructor(begin: (give: Give) => Lessons, add: (work: Work<void>) => void, signal: AbortSignal) {
    this.#begin = begin;
    this.#add = add;
    const lectern = lecternHere();
    const open = () => this.#open();
    lectern.opened = open;
    signal.addEventListener('abort', () => {
      if (lectern.opened === open) delete lectern.opened;
    });
  }

  /** Has them brought, if they are not there. */
  bring(): void {
    if (this.#open()) return;
    const now = performance.now();
    if (now - this.#askedMs < AGAIN_MS) return;
    this.#askedMs = now;
    void load('lessons');
  }

  /** Does a work with them, as soon as they are there. */
  *with(work: (lessons: Lessons) => Work<void>): Work<void> {
    this.bring();
    if (this.#lessons) return yield* work(this.#lessons);
    this.#waiting = [...this.#waiting, work].slice(-MOST_WAITING);
  }

  /** The same where they are there; else there is nothing to be done. */
  *withThose(work: (lessons: Lessons) => Work<void>): Work<void> {
    if (this.#lessons) yield* work(this.#lessons);
  }

  /** Whether somebody else than who answers speaks in a turn, as far as that is known. */
  isOtherSpeaker(turn: Element): boolean {
    return this.#lessons?.isOtherSpeaker(turn) ?? false;
  }

  /** Whether an element is taken for a part of an answer, as far as that is known. */
  reads(element: Element): boolean {
    return this.#lessons?.reads(element) ?? false;
  }

  #open(): boolean {
    const { give } = lecternHere();
    if (this.#lessons || !give) return this.#lessons !== undefined;
    this.#lessons = this.#begin(give);
    for (const work of this.#waiting) this.#add(work(this.#lessons));
    this.#waiting = [];
    return true;
  }
}
