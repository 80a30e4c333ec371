/**
 * Logistic regression with a Gaussian prior and fixed signs, by projected gradient descent: what speaks for an answer
 * never counts against it, and the other way round, so that few pages cannot teach it nonsense.
 *
 * Where no answer looks like anything else, the regression would put the boundary anywhere between them, by how many
 * there are of each. It is put by the other candidates instead: as close to the strongest of them as is safe.
 */
import {
  AGAINST,
  type Evidence,
  type Feature,
  FOR,
  logOdds,
  probabilityOf,
  type Weights,
} from '../../../lib/page/learn/evidence.ts';

/** One thing that was weighed, and whether it was an answer. */
export interface Sample {
  evidence: Evidence;
  isAnswer: boolean;
  /** How much it counts. */
  weight: number;
}

/** Before any page was seen, each piece of evidence is thought to tell this much (log odds), for or against. */
const BEFORE = 0.5;
/**
 * Strength of that prior, and how far below the boundary the strongest of what is no answer stands (log odds). Chosen
 * together by leaving out each component and each page without AI text in turn: of strengths from 0.003 to 0.02 and
 * margins from 0.6 to 1.2 this pair is the most careful that finds nearly all answers (98 in 100), and finds nothing else
 * on any page, left out or not; smaller margins find the rest, and one text between people.
 */
const L2 = 0.005;
const MARGIN = 1.2;
const STEPS = 20_000;
const RATE = 0.3;

const FEATURES: readonly Feature[] = [...FOR, ...AGAINST];
const isAgainst = new Set<Feature>(AGAINST);
const before = (feature: Feature): number => (isAgainst.has(feature) ? -BEFORE : BEFORE);

export function fitWeights(samples: readonly Sample[], steps = STEPS): Weights {
  const of = Object.fromEntries(FEATURES.map((feature) => [feature, before(feature)])) as Weights['of'];
  const weights: Weights = { bias: 0, of };
  const rows = alike(samples);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < steps; step++) descend(weights, rows, total);
  for (const feature of FEATURES) of[feature] = rounded(of[feature]);
  return { bias: rounded(bounded(weights, rows)), of };
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100;

/** Samples with the same evidence count as one that weighs as much as all of them. */
function alike(samples: readonly Sample[]): Sample[] {
  const rows = new Map<string, Sample>();
  for (const { evidence, isAnswer, weight } of samples) {
    const key = `${isAnswer} ${FEATURES.map((feature) => evidence[feature]).join()}`;
    const row = rows.get(key);
    if (row) row.weight += weight;
    else rows.set(key, { evidence, isAnswer, weight });
  }
  return [...rows.values()];
}

/** The bias with which the strongest of what is no answer stands at the margin. */
function bounded(weights: Weights, rows: readonly Sample[]): number {
  const others = rows.filter(({ isAnswer }) => !isAnswer).map(({ evidence }) => logOdds(evidence, weights));
  return others.length > 0 ? weights.bias - Math.max(...others) - MARGIN : weights.bias;
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
