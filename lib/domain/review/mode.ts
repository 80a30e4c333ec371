/**
 * How much of a stratum people must review now, from what they found in it, and from nothing else. A pure fold: whoever holds
 * the same evidence comes to the same mode.
 */
import { cusumStep } from './cusum.ts';
import type { ReviewPlan } from './plan.ts';
import { sprtVerdict } from './sprt.ts';

export const REVIEW_MODES = ['full', 'sampled', 'tightened', 'stopped'] as const;
export type ReviewMode = (typeof REVIEW_MODES)[number];

/** What a reviewer found of one text. */
export interface Observation {
  at: string;
  defect: boolean;
  /** Whether the draw asked for it: while texts are sampled, only that says anything good of the others. */
  asked: boolean;
}

export interface StratumStanding {
  mode: ReviewMode;
  /** Clean ones in a row, and how many it takes. */
  run: number;
  /** All that counted, and the defects in it. */
  reviewed: number;
  defects: number;
  /** The same since the sequential test last began. */
  tested: number;
  failed: number;
  /** The sum of evidence that it must stop. */
  sum: number;
  /** When the mode last changed, and when a defect was last found. */
  since?: string;
  defectAt?: string;
}

export const nothingReviewed = (): StratumStanding => ({
  ...{ mode: 'full', run: 0, reviewed: 0, defects: 0, tested: 0, failed: 0, sum: 0 },
});

/** The standing after a row of observations, in their order. */
export function standingOf(plan: ReviewPlan, observations: Iterable<Observation>): StratumStanding {
  const standing = nothingReviewed();
  for (const observation of observations) observe(standing, observation, plan);
  return standing;
}

/** Takes one observation into a standing. */
export function observe(standing: StratumStanding, { defect, asked, at }: Observation, plan: ReviewPlan): void {
  if (standing.mode === 'stopped') return;
  // Chosen by somebody, not drawn: what is good in it says nothing of the rest.
  if (standing.mode === 'sampled' && !defect && !asked) return;
  standing.reviewed += 1;
  standing.run = defect ? 0 : standing.run + 1;
  if (defect) {
    standing.defects += 1;
    standing.defectAt = at;
  }
  if (plan.stops) standing.sum = cusumStep(standing.sum, defect, plan.stops);
  if (plan.stops && standing.sum >= plan.stops.h) return turn(standing, 'stopped', at);
  if (standing.mode === 'sampled') return defect ? turn(standing, 'tightened', at) : undefined;
  if (standing.run >= plan.clean || opensEarly(standing, defect, plan)) turn(standing, 'sampled', at);
}

/** The sequential test over what was reviewed since everything is; one that refuses begins again. */
function opensEarly(standing: StratumStanding, defect: boolean, { opens }: ReviewPlan): boolean {
  if (!opens) return false;
  standing.tested += 1;
  if (defect) standing.failed += 1;
  const verdict = sprtVerdict(opens, standing.tested, standing.failed);
  if (verdict === 'refuse') [standing.tested, standing.failed] = [0, 0];
  return verdict === 'accept' && !defect;
}

function turn(standing: StratumStanding, mode: ReviewMode, at: string): void {
  standing.mode = mode;
  standing.since = at;
  [standing.tested, standing.failed] = [0, 0];
  if (mode !== 'sampled') standing.run = 0;
}
