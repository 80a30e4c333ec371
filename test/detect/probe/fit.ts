/**
 * Logistic regression with a Gaussian prior and fixed signs, by projected gradient descent: what speaks for an answer
 * never counts against it, and the other way round, so that few pages cannot teach it nonsense.
 */
import {
  AGAINST,
  type Evidence,
  type Feature,
  FOR,
  probabilityOf,
  type Weights,
} from '../../../lib/page/generic/evidence.ts';

/** One thing that was weighed, and whether it was an answer. */
export interface Sample {
  evidence: Evidence;
  isAnswer: boolean;
  /** How much it counts. */
  weight: number;
}

/** Before any page was seen, each piece of evidence is thought to tell this much (log odds), for or against. */
const BEFORE = 0.5;
/** Strength of that prior. */
const L2 = 0.003;
const STEPS = 20_000;
const RATE = 0.3;

const FEATURES: readonly Feature[] = [...FOR, ...AGAINST];
const isAgainst = new Set<Feature>(AGAINST);
const before = (feature: Feature): number => (isAgainst.has(feature) ? -BEFORE : BEFORE);

export function fitWeights(samples: readonly Sample[], steps = STEPS): Weights {
  const of = Object.fromEntries(FEATURES.map((feature) => [feature, before(feature)])) as Weights['of'];
  const weights: Weights = { bias: 0, of };
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < steps; step++) descend(weights, samples, total);
  const rounded = FEATURES.map((feature) => [feature, Math.round(of[feature] * 100) / 100]);
  return { bias: Math.round(weights.bias * 100) / 100, of: Object.fromEntries(rounded) };
}

function descend(weights: Weights, samples: readonly Sample[], total: number): void {
  const gradient = new Map<Feature, number>();
  let bias = 0;
  for (const { evidence, isAnswer, weight } of samples) {
    const error = ((probabilityOf(evidence, weights) - Number(isAnswer)) * weight) / total;
    bias += error;
    for (const feature of FEATURES)
      if (evidence[feature]) gradient.set(feature, (gradient.get(feature) ?? 0) + error * evidence[feature]);
  }
  weights.bias -= RATE * bias;
  for (const feature of FEATURES) {
    const moved =
      weights.of[feature] - RATE * ((gradient.get(feature) ?? 0) + L2 * (weights.of[feature] - before(feature)));
    weights.of[feature] = isAgainst.has(feature) ? Math.min(0, moved) : Math.max(0, moved);
  }
}
