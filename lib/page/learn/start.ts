/** Learns until something is known and has held, and hands over what is known. */

import { worksUntil } from '../ground/schedule.ts';
import type { Evidence } from './evidence.ts';
import type { Hand } from './hand.ts';
import { handOver } from './hand-over.ts';
import { Learner } from './learner.ts';

export function startLearning(hand: Hand): void {
  const own = new AbortController();
  const handing = worksUntil(hand.signal);
  hand.signal.addEventListener('abort', () => own.abort());
  new Learner(
    {
      learned: ({ profile, evidence }) => handing.add(handOver(hand, profile, wordsFor(evidence))),
      confirmed: () => own.abort(),
    },
    own.signal,
    hand.frame.turns?.profile,
  );
}

/** What spoke for it, as evidence of the outputs that are found by it. */
const wordsFor = (evidence: Evidence): string[] =>
  Object.entries(evidence).flatMap(([feature, value]) => (value > 0 ? `evidence:${feature}` : []));
