/** A stream of texts through a plan, for tests: defects by chance, reviewers who miss some, and what goes out. */

import type { Process } from '../../../../lib/domain/policy/process.ts';
import { nothingReviewed, observe, type ReviewMode } from '../../../../lib/domain/review/mode.ts';
import { type ReviewPlan, reviewPlanOf } from '../../../../lib/domain/review/plan.ts';

/** The same numbers in every run (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const inside = { publishes: false, publicInterest: 'never' } as const;

/** The plan of a rule that has one. */
export function plannedBy(review: Process['review'], measured = 0): ReviewPlan {
  const plan = reviewPlanOf({ review, ...inside }, measured);
  if (typeof plan === 'string') throw new Error(`No plan: ${plan}`);
  return plan;
}

interface Stream {
  texts: number;
  /** The share of defects after a part of the stream, from 0 to 1. */
  share(part: number): number;
  /** What reviewers miss, whatever the plan was told. */
  miss: number;
  seed?: number;
}

interface Ended {
  /** Shares of all texts: with a defect and out, and looked at. */
  outgoing: number;
  reviewed: number;
  mode: ReviewMode;
}

/** What becomes of a stream. What is found is mended; in a stopped stratum nothing goes out. */
export function streamThrough(plan: ReviewPlan, { texts, share, miss, seed = 20_261_128 }: Stream): Ended {
  const chance = chances(seed);
  const standing = nothingReviewed();
  let [out, reviewed] = [0, 0];
  for (let at = 0; at < texts && standing.mode !== 'stopped'; at++) {
    const isDefect = chance() < share(at / texts);
    const asked = standing.mode !== 'sampled' || chance() < 1 / plan.oneIn;
    const found = asked && isDefect && chance() >= miss;
    if (isDefect && !found) out += 1;
    if (!asked) continue;
    reviewed += 1;
    observe(standing, { at: '', defect: found, asked }, plan);
  }
  return { outgoing: out / texts, reviewed: reviewed / texts, mode: standing.mode };
}
