/**
 * How much each piece of evidence weighs, in log odds. First weights, set by hand on the training pages of `test/detect`;
 * a logistic regression fitted by a script is to take their place (issue 3).
 */

export type Feature =
  | 'prompted'
  | 'again'
  | 'grew'
  | 'grewUnprompted'
  | 'longer'
  | 'namedAi'
  | 'namedUser'
  | 'namedPeople'
  | 'markup'
  | 'rated'
  | 'copied'
  | 'stopped'
  | 'live'
  | 'labelled'
  | 'composer'
  | 'unprompted'
  | 'often';
export type Evidence = Record<Feature, number>;

export const BIAS = -4;
export const WEIGHTS: Evidence = {
  prompted: 2,
  again: 0.5,
  grew: 2,
  grewUnprompted: -1,
  longer: 0.5,
  namedAi: 1.5,
  namedUser: 0.5,
  namedPeople: -1,
  markup: 1,
  rated: 0.8,
  copied: 0.5,
  stopped: 0.5,
  live: 0.2,
  labelled: 0.8,
  composer: 0.3,
  unprompted: -2,
  often: -2,
};

/** Probability that a candidate with this evidence is an AI answer. */
export function probabilityOf(evidence: Evidence): number {
  let sum = BIAS;
  for (const [feature, value] of Object.entries(evidence)) sum += WEIGHTS[feature as Feature] * value;
  return 1 / (1 + Math.exp(-sum));
}
