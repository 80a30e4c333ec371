/** Whether an answer goes on to which nothing has come for a while: by what the page shows, else by how its text ends. */
import { type Found, roughTextOf } from '../detect/found.ts';
import type { AnswerSeen, Turns } from '../detect/turns.ts';
import { Composer } from './composer.ts';
import { lastBlock, quietAfter } from './sentence.ts';
import { Signs } from './signs.ts';

/** How a page is read now. */
interface Reading {
  turns: Turns | undefined;
  found(): Found[];
}

export class GoingOn {
  readonly #reading: Reading;
  readonly #signs: Signs;

  /** Begins to listen: how the page looks at rest must be known before the first question is sent. */
  constructor(reading: Reading, signal: AbortSignal) {
    this.#reading = reading;
    const isIdle = () => !reading.found().some(({ state }) => state === 'streaming');
    this.#signs = new Signs(() => reading.turns, new Composer(isIdle, signal));
  }

  goesOn(found: AnswerSeen, before: AnswerSeen | undefined, quietMs: number): boolean {
    const isOn = this.#signs.isOn(found, before, quietMs);
    const { turns } = this.#reading;
    if (isOn || !turns || !found.grew) return isOn;
    return quietMs < quietAfter(roughTextOf(found.turn, turns), lastBlock(turns.prose(found.turn).at(-1)));
  }
}
