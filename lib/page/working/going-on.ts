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
  /** How long the last turn that was asked about is quiet before it is over, as it ended after its last change. */
  #ends: { turn: WeakRef<Element>; changedMs: number; quietMs: number } | undefined;

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

  /** `changedMs`: when something last came that was read; `streamedMs`: when the answer was seen to grow before it could be read. */
  goesOn(found: AnswerSeen, before: AnswerSeen | undefined, changedMs: number, streamedMs?: number): boolean {
    const quietMs = quietSince(performance.now() - changedMs, streamedMs);
    const isOn = this.#signs.isOn(found, before, quietMs);
    const { turns } = this.#reading;
    if (isOn || !turns || !(found.grew || streamedMs !== undefined)) return isOn;
    return quietMs < this.#quietAfter(found.turn, Math.max(changedMs, streamedMs ?? 0), turns);
  }

  /** How the text of a turn ends is read once after each change: it is asked five times a second for as long as it is quiet. */
  #quietAfter(turn: Element, changedMs: number, turns: Turns): number {
    const last = this.#ends;
    if (last?.turn.deref() === turn && last.changedMs === changedMs) return last.quietMs;
    const block = lastBlock(turns.prose(turn).at(-1), turns.profile.exclude);
    const quietMs = quietAfter(roughTextOf(turn, turns), block);
    this.#ends = { turn: new WeakRef(turn), changedMs, quietMs };
    return quietMs;
  }

  /** Looks at the signs alone: how the text ends says nothing while it comes, and all of it would be read. */
  streams(found: AnswerSeen, before: AnswerSeen | undefined, readQuietMs: number, streamedMs?: number): void {
    this.#signs.note(found, before, quietSince(readQuietMs, streamedMs));
  }
}

const quietSince = (readQuietMs: number, streamedMs: number | undefined): number =>
  Math.max(readQuietMs, streamedMs === undefined ? 0 : performance.now() - streamedMs);
