/** Learns until something is known, then hands it over and is done. */
import type { Hand } from './hand.ts';
import { Learner } from './learner.ts';
import type { Evidence } from './weights.ts';

export function startLearning(hand: Hand): void {
  const own = new AbortController();
  hand.signal.addEventListener('abort', () => own.abort());
  new Learner(({ profile, evidence }) => {
    own.abort();
    hand.learned(profile, wordsFor(evidence));
  }, own.signal);
}

/** What spoke for it, as evidence of the outputs that are found by it. */
const wordsFor = (evidence: Evidence): string[] =>
  Object.entries(evidence).flatMap(([feature, value]) => (value > 0 ? `evidence:${feature}` : []));
