/** What is known at the gate of a frame: an answer for each text, there before anybody copies, so that deciding waits for nothing. */
import { strictness } from '../../domain/policy/effect.ts';
import type { GateAnswered, GateSaid } from '../../messages/to-background/gate.ts';
import type { Found } from '../detect/found.ts';

/** What holds for a text of which nothing is known. */
const HELD: Pick<GateSaid, 'state' | 'effect' | 'would' | 'ways'> = {
  ...{ state: 'unsatisfied', effect: 'hold', would: 'hold' },
  ways: ['ask_approval'],
};

/** Longer waits than a timer holds. */
const LONGEST_MS = 2 ** 31 - 1;

export class GateKnown {
  readonly #answers = new Map<string, GateSaid>();
  /** When each of them ends, by the clock of this computer. */
  readonly #ends = new Map<string, number>();
  readonly #askAnew: () => void;
  readonly #now: () => number;
  #fresh: GateSaid | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `askAnew`: something that was known is over. */
  constructor(askAnew: () => void, signal: AbortSignal, now: () => number = Date.now) {
    this.#askAnew = askAnew;
    this.#now = now;
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.#answers.clear();
      this.#ends.clear();
      this.#fresh = undefined;
    });
  }

  /** Takes what holds for a new text of the frame, and for each that it showed. What was told meanwhile stays. */
  start(fresh: GateSaid | undefined, answers: readonly GateAnswered[]): void {
    this.#fresh = fresh;
    // No gate stands here any more: a policy has gone.
    if (!fresh && answers.every(({ said }) => !said)) {
      this.#answers.clear();
      this.#ends.clear();
    }
    this.put(answers);
  }

  put(answers: readonly GateAnswered[]): void {
    for (const { hash, said } of answers) {
      if (said) this.#answers.set(hash, said);
      else this.#answers.delete(hash);
      if (said?.endsInMs === undefined) this.#ends.delete(hash);
      else this.#ends.set(hash, this.#now() + said.endsInMs);
    }
    this.#wake();
  }

  /** Whether a gate stands before any text of this frame. */
  get stands(): boolean {
    return this.#fresh !== undefined || this.#answers.size > 0;
  }

  of(hash: string): GateSaid | undefined {
    return this.#standing(this.#answers.get(hash), this.#ends.get(hash));
  }

  /** What the gate says of an output as it stands in the page: of one that is not known yet, as of any new one. */
  at({ state, hash, differs }: Pick<Found, 'state' | 'hash' | 'differs'>): GateSaid | undefined {
    if (state !== 'complete' || hash === undefined) return this.#fresh;
    const said = this.of(hash);
    return said && differs ? this.#ofChanged(said) : (said ?? this.#fresh);
  }

  /**
   * Of a text that is held, when something is told of its hash. What a person has changed since stands under the hash of what
   * it was: a yes to that does not let it go.
   */
  ofHeld({ hash, changed, edited }: { hash: string; changed?: unknown; edited?: unknown }): GateSaid | undefined {
    const said = this.of(hash);
    if (said && edited && said.state !== 'satisfied') return said;
    return said && (changed || edited) ? this.#ofChanged(said) : said;
  }

  /** Of what a person made of a text: a ban of that is one of this too, and a yes to it is none. */
  #ofChanged(said: GateSaid): GateSaid {
    const { state, effect, would, ways } = this.#fresh ?? HELD;
    const { refused: _, endsInMs: _ends, dueAt: _due, stated: _stated, ...rest } = said;
    const changed: GateSaid = { ...rest, state, effect, would, ways, rule: 'changed_since_approval', asked: [] };
    return strictest([{ said }, { said: changed }])?.said ?? changed;
  }

  /** What ended is no yes any more; until it is known what holds now, it is held. */
  #standing(said: GateSaid | undefined, end: number | undefined): GateSaid | undefined {
    if (!said || end === undefined || end > this.#now()) return said;
    this.#askAnew();
    return this.#fresh ?? { ...said, state: 'error', effect: 'hold', would: 'hold', rule: 'unreadable', ways: [] };
  }

  /** Asks anew when the first of them ends, so that nobody waits for it. */
  #wake(): void {
    clearTimeout(this.#timer);
    if (this.#ends.size === 0) return;
    const inMs = Math.min(Math.max(0, Math.min(...this.#ends.values()) - this.#now()), LONGEST_MS);
    this.#timer = setTimeout(this.#askAnew, inMs);
  }
}

/** The stricter of two answers, by what an active gate would do. */
export function strictest<T extends { said: GateSaid }>(all: readonly T[]): T | undefined {
  let found: T | undefined;
  for (const one of all) if (!found || weight(one.said) > weight(found.said)) found = one;
  return found;
}

/** What is done counts before what would be; a ban before what can be asked for. */
const weight = ({ effect, would, rule }: GateSaid): number =>
  strictness(effect) * 100 + strictness(would) * 10 + (rule === 'blocked' ? 2 : rule === 'stopped' ? 1 : 0);
