/** Where the detector and the learner meet: the learner is injected only into frames that no profile reads. */
import type { ToolProfile } from '../../tools/profile.ts';

export interface Hand {
  /** Told what was learned and what spoke for it; again when it was learned anew. */
  learned(profile: ToolProfile, evidence: readonly string[]): void;
  /** Aborted when the frame is read in another way, or the detector is retired. */
  signal: AbortSignal;
}

const KEY = Symbol.for('countersign.hand');
const world = globalThis as { [KEY]?: Hand };

/** Says that a learner is wanted in this frame. */
export function offerHand(hand: Hand): void {
  world[KEY] = hand;
}

/** Takes the offer, once: a second learner in the same frame finds none. */
export function takeHand(): Hand | undefined {
  const hand = world[KEY];
  delete world[KEY];
  return hand?.signal.aborted ? undefined : hand;
}
