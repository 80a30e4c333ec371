/**
 * What a page shows while its machine still works, where no profile names it: something that turns or blinks in the answer,
 * a line that says what it waits for, a button to send that looks as it never does at rest, actions that only a complete
 * answer has. A sign is believed in for long once it was seen to go.
 */

import type { AnswerSeen, Turns } from '../detect/turns.ts';
import { BUTTONS, type Composer } from './composer.ts';

/** How long a sign is believed in while nothing comes: one that was seen to go, one that was not, and missing actions. */
const PROVEN_MS = 120_000;
const UNPROVEN_MS = 10_000;
const UNPROVEN_ACTIONS_MS = 2_500;
/** A line that says what is waited for is no longer than this. */
const LONGEST_LINE = 120;

const BUSY =
  '[aria-busy="true"], [role="progressbar"], [class*="spinner" i], [class*="skeleton" i], [class*="typing-" i], [class*="loader" i]';

type Kind = 'composer' | 'motion' | 'line' | 'actions';

interface Trust {
  proven: boolean;
  stale: boolean;
}

export class Signs {
  readonly #turns: () => Turns | undefined;
  readonly #trust: Record<Kind, Trust> = {
    composer: { proven: false, stale: false },
    motion: { proven: false, stale: false },
    line: { proven: false, stale: false },
    actions: { proven: false, stale: false },
  };
  readonly #composer: Composer;
  /** Signs that were seen on the answer that streams now. */
  #seen = new Set<Kind>();
  #of: AnswerSeen | undefined;

  constructor(turns: () => Turns | undefined, composer: Composer) {
    this.#turns = turns;
    this.#composer = composer;
  }

  /** Whether the machine is seen to work on the newest answer, to which nothing has come for `quietMs`. */
  isOn(found: AnswerSeen, before: AnswerSeen | undefined, quietMs: number): boolean {
    if (this.#of !== found) this.#seen = new Set();
    this.#of = found;
    let isOn = false;
    for (const kind of Object.keys(this.#trust) as Kind[])
      if (this.#isOn(kind, found, before) && this.#isBelieved(kind, quietMs)) isOn = true;
    return isOn;
  }

  #isOn(kind: Kind, found: AnswerSeen, before: AnswerSeen | undefined): boolean {
    const trust = this.#trust[kind];
    const isOn =
      kind === 'composer'
        ? this.#composer.isOther()
        : kind === 'motion'
          ? isMoving(found.turn)
          : kind === 'line'
            ? saysItWaits(found.turn)
            : before !== undefined && this.#actionsOf(found) < this.#actionsOf(before);
    if (isOn) this.#seen.add(kind);
    else if (this.#seen.has(kind)) Object.assign(trust, { proven: true, stale: false });
    return isOn && !trust.stale;
  }

  #isBelieved(kind: Kind, quietMs: number): boolean {
    const trust = this.#trust[kind];
    const unprovenMs = kind === 'actions' ? UNPROVEN_ACTIONS_MS : UNPROVEN_MS;
    if (quietMs <= (trust.proven ? PROVEN_MS : unprovenMs)) return true;
    trust.stale = true;
    if (kind === 'composer') this.#composer.rests();
    return false;
  }

  /** What can be done with an answer, but for what stands in its text: a code block has buttons of its own. */
  #actionsOf({ turn }: AnswerSeen): number {
    const prose = this.#turns()?.prose(turn) ?? [turn];
    return [...turn.querySelectorAll(BUTTONS)].filter((button) => !prose.some((part) => part.contains(button))).length;
  }
}

/** Whether something in a turn, or right after it, turns or blinks without end. */
const isMoving = (turn: Element): boolean =>
  [turn, turn.nextElementSibling].some(
    (part) => part !== null && (part.querySelector(BUSY) !== null || part.matches(BUSY) || hasEndlessMotion(part)),
  );

const hasEndlessMotion = (element: Element): boolean =>
  element
    .getAnimations?.({ subtree: true })
    .some(
      ({ playState, effect }) =>
        playState === 'running' && effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
    ) ?? false;

/** Whether a line at the end of a turn, or right after it, ends in dots: "Looking at the shipping system…". */
const saysItWaits = (turn: Element): boolean => {
  const next = turn.nextElementSibling?.textContent ?? '';
  return [turn.textContent ?? '', next.length <= LONGEST_LINE ? next : ''].some((text) =>
    /(…|\.\.\.)$/.test(text.trimEnd()),
  );
};
