/** From the candidates of a page to a profile that reads them, until that has held for a few answers. */
import type { ToolProfile } from '../../tools/profile.ts';
import type { Work } from '../ground/schedule.ts';
import { type Candidate, weighed } from './candidate.ts';
import { type Evidence, probabilityOf, THRESHOLD } from './evidence.ts';
import { profileOf, reads } from './learn.ts';

/** Most answers that a profile is made from: the newest ones. */
const MOST_EXEMPLARS = 6;
/** Answers that a profile must have read before nobody looks on. */
const CONFIRMED = 4;

interface Learned {
  profile: ToolProfile;
  evidence: Evidence;
  probability: number;
}

export interface LessonEvents {
  /** A profile that reads all answers seen so far; another one when a later answer was not read by it. */
  learned(learned: Learned): void;
  /** The profile has held for some answers: nothing is watched any more. */
  confirmed?(): void;
  /** Every candidate, for fitting the weights. */
  judged?(candidate: Candidate, evidence: Evidence): void;
}

export class Lessons {
  readonly #events: LessonEvents;
  readonly #known: (profile: ToolProfile) => void;
  #exemplars: Candidate[] = [];
  #profile: ToolProfile | undefined;
  #held = 0;

  /** `profile`: what was learned here before. `known` hears of each profile that is learned, before anybody else. */
  constructor(events: LessonEvents, profile: ToolProfile | undefined, known: (profile: ToolProfile) => void) {
    this.#events = events;
    this.#profile = profile;
    this.#known = known;
  }

  /** Learns from a candidate, if it is an answer. Stops on its way, so that no task is long. */
  *take(candidate: Candidate): Work {
    // What the profile reads need not be weighed: looks at the whole page are dear.
    const isRead = this.#profile !== undefined && reads(this.#profile, candidate);
    if (isRead && !this.#events.judged) return this.#hold(candidate);
    yield;
    const evidence = yield* weighed(candidate);
    this.#events.judged?.(candidate, evidence);
    const probability = probabilityOf(evidence);
    if (isRead) return this.#hold(candidate);
    if (probability < THRESHOLD) return;
    this.#remember(candidate);
    const profile = (yield* profileOf(this.#exemplars)) ?? (yield* profileOf([candidate]));
    if (!profile) return;
    this.#profile = profile;
    this.#held = 0;
    this.#known(profile);
    yield;
    this.#events.learned({ profile, evidence, probability });
  }

  /** An answer that the profile reads: after a few of them it is believed. */
  #hold(candidate: Candidate): void {
    this.#remember(candidate);
    if (++this.#held >= CONFIRMED) this.#events.confirmed?.();
  }

  #remember(candidate: Candidate): void {
    const others = this.#exemplars.filter(
      ({ turn, region }) => turn.isConnected && turn !== candidate.turn && region.isConnected,
    );
    this.#exemplars = [candidate, ...others].slice(0, MOST_EXEMPLARS);
  }
}
