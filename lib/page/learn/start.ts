/** Learns until something is known and has held, and hands over what is known. */

import type { Beyond } from '../detect/turns.ts';
import { offerBeyond } from '../frame/teachable.ts';
import { GoingOn } from '../working/going-on.ts';
import type { Evidence } from './evidence.ts';
import { type Hand, handOver } from './hand.ts';
import { Learner } from './learner.ts';

export function startLearning(hand: Hand): void {
  const working = new GoingOn(hand.frame, hand.signal);
  const learner = new Learner(
    { learned: ({ profile, evidence }) => void handOver(hand, profile, wordsFor(evidence)) },
    hand.signal,
    working.isLocked,
    hand.frame.turns?.profile,
  );
  const beyond: Beyond = {
    isPersons: (...read) => learner.isPersons(...read),
    goesOn: (found, before, changedMs) => working.goesOn(found, before, changedMs, learner.streamedMs(found.turn)),
    streams: (found, before, quietMs) => working.streams(found, before, quietMs, learner.streamedMs(found.turn)),
  };
  offerBeyond(beyond, hand.signal);
}

/** What spoke for it, as evidence of the outputs that are found by it. */
const wordsFor = (evidence: Evidence | undefined): string[] =>
  Object.entries(evidence ?? {}).flatMap(([feature, value]) => (value > 0 ? `evidence:${feature}` : []));
