/** Whether an answer goes on to which nothing has come for a while: by what the page shows, else by how its text ends. */
import { type Found, roughTextOf } from '../detect/found.ts';
import type { AnswerSeen, Turns } from '../detect/turns.ts';
import { Composer } from './composer.ts';
import { Requests } from './requests.ts';
import { lastBlock, quietAfter } from './sentence.ts';
import { Signs } from './signs.ts';

/** How a page is read now. */
interface Reading {
  turns: Turns | undefined;
  all(): Iterable<Found>;
}

export class GoingOn {
  readonly #reading: Reading;
  readonly #signs: Signs;
  readonly #composer: Composer;

  /** Begins to listen: how the page looks at rest must be known before the first question is sent. */
  constructor(reading: Reading, signal: AbortSignal) {
    this.#reading = reading;
    const isIdle = () => {
      for (const { state } of reading.all()) if (state === 'streaming') return false;
      return true;
    };
    const answer = () => {
      for (const { turn } of reading.all()) if (turn.isConnected) return turn;
      return undefined;
    };
    this.#composer = new Composer(isIdle, signal, answer);
    this.#signs = new Signs(() => reading.turns, this.#composer, new Requests(signal));
  }

  /** Whether the place to ask from looks as it never does at rest. */
  readonly isLocked = (): boolean => this.#composer.isOther();

  /** `streamedMs`: when the answer was seen to grow before it could be read. */
  goesOn(found: AnswerSeen, before: AnswerSeen | undefined, readQuietMs: number, streamedMs?: number): boolean {
    const quietMs = quietSince(readQuietMs, streamedMs);
    const isOn = this.#signs.isOn(found, before, quietMs);
    const { turns } = this.#reading;
    if (isOn || !turns || !(found.grew || streamedMs !== undefined)) return isOn;
    const block = lastBlock(turns.prose(found.turn).at(-1), turns.profile.exclude);
    return quietMs < quietAfter(roughTextOf(found.turn, turns), block);
  }

  /** Looks at the signs alone: how the text ends says nothing while it comes, and all of it would be read. */
  streams(found: AnswerSeen, before: AnswerSeen | undefined, readQuietMs: number, streamedMs?: number): void {
    this.#signs.note(found, before, quietSince(readQuietMs, streamedMs));
  }
}

const quietSince = (readQuietMs: number, streamedMs: number | undefined): number =>
  Math.max(readQuietMs, streamedMs === undefined ? 0 : performance.now() - streamedMs);
