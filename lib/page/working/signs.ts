/**
 * What a page shows while its machine still works, where no profile names it: something that turns or blinks in the answer,
 * a line that says what it waits for, a button to send that looks as it never does at rest, actions that only a complete
 * answer has, a request that has not ended. A sign is believed in for long once it was seen to go.
 */

import type { AnswerSeen, Turns } from '../detect/turns.ts';
import { BUTTONS } from './buttons.ts';
import type { Composer } from './composer.ts';
import type { Requests } from './requests.ts';

/**
 * How long a sign is believed in while nothing comes: one that was seen to go, and one that was not. Actions are missing in
 * the middle of many answers, and most requests are about something else: one ends with an answer by chance.
 */
const PROVEN_MS: Record<Kind, number> = {
  composer: 120_000,
  motion: 120_000,
  line: 120_000,
  actions: 120_000,
  request: 15_000,
};
const UNPROVEN_MS: Record<Kind, number> = {
  composer: 10_000,
  motion: 10_000,
  line: 10_000,
  actions: 2_500,
  request: 0,
};
/** An answer that came for less time than this proves nothing about requests. */
const LONG_ENOUGH_MS = 2_000;
/**
 * While an answer comes, its signs are noted at each look for the first of these times, and from then on once in the second:
 * one that goes is still seen to have gone, and to look for all of them is the dearest part of a look.
 */
const NEW_MS = 3_000;
const NOTED_MS = 1_000;
/** Something came this short a time ago: more of it comes. */
const COMING_MS = 350;
/** A line that says what is waited for is no longer than this. */
const LONGEST_LINE = 120;

const BUSY =
  '[aria-busy="true"], [role="progressbar"], [class*="spinner" i], [class*="skeleton" i], [class*="typing-" i], [class*="loader" i]';

type Kind = 'composer' | 'motion' | 'line' | 'actions' | 'request';

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
    request: { proven: false, stale: false },
  };
  readonly #composer: Composer;
  readonly #requests: Requests;
  /** Signs that were seen on the answer that streams now. */
  #seen = new Set<Kind>();
  #of: AnswerSeen | undefined;
  /** When that was first asked about: it had begun to stream; and when it was last looked at. */
  #sinceMs = 0;
  #lookedMs = 0;

  constructor(turns: () => Turns | undefined, composer: Composer, requests: Requests) {
    this.#turns = turns;
    this.#composer = composer;
    this.#requests = requests;
  }

  /** Notes the signs on the newest answer while something comes into it. */
  note(found: AnswerSeen, before: AnswerSeen | undefined, quietMs: number): void {
    const now = performance.now();
    const isNoted = now - this.#sinceMs > NEW_MS && now - this.#lookedMs < NOTED_MS;
    if (this.#of !== found || !isNoted) this.isOn(found, before, quietMs);
  }

  /** Whether the machine is seen to work on the newest answer, to which nothing has come for `quietMs`. */
  isOn(found: AnswerSeen, before: AnswerSeen | undefined, quietMs: number): boolean {
    this.#lookedMs = performance.now();
    if (this.#of !== found) {
      this.#seen = new Set();
      this.#sinceMs = this.#lookedMs;
    }
    this.#of = found;
    let isOn = false;
    for (const kind of Object.keys(this.#trust) as Kind[])
      if (this.#isOn(kind, found, before, quietMs) && this.#isBelieved(kind, quietMs)) isOn = true;
    return isOn;
  }

  #isOn(kind: Kind, found: AnswerSeen, before: AnswerSeen | undefined, quietMs: number): boolean {
    const trust = this.#trust[kind];
    const isOn = this.#shows[kind](found, before, quietMs);
    if (isOn) this.#seen.add(kind);
    else if (this.#seen.has(kind)) Object.assign(trust, { proven: true, stale: false });
    return isOn && !trust.stale;
  }

  readonly #shows: Record<Kind, (found: AnswerSeen, before: AnswerSeen | undefined, quietMs: number) => boolean> = {
    composer: (_, __, quietMs) => this.#composer.isOther(quietMs < COMING_MS),
    motion: ({ turn }) => isMoving(turn),
    line: ({ turn }) => saysItWaits(turn),
    actions: (found, before) => before !== undefined && this.#actionsOf(found) < this.#actionsOf(before),
    request: (_, __, quietMs) => this.#isRequested(performance.now() - quietMs),
  };

  /** Whether the answer's request has not ended. With what came in a moment, any request may have ended by chance. */
  #isRequested(changedMs: number): boolean {
    const mayProve = changedMs - this.#sinceMs > LONG_ENOUGH_MS;
    return (mayProve || this.#trust.request.proven) && !this.#requests.hasEnded(this.#sinceMs, changedMs);
  }

  #isBelieved(kind: Kind, quietMs: number): boolean {
    const trust = this.#trust[kind];
    if (quietMs <= (trust.proven ? PROVEN_MS : UNPROVEN_MS)[kind]) return true;
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
