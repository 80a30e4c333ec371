/** How much each piece of evidence weighs, in log odds. Written by `scripts/fit.ts`; see there for how. */

export type Feature =
  | 'prompted'
  | 'asked'
  | 'again'
  | 'grew'
  | 'grewLong'
  | 'grewAlone'
  | 'cameAlone'
  | 'unasked'
  | 'often'
  | 'beside'
  | 'longer'
  | 'long'
  | 'formatted'
  | 'namedAi'
  | 'namedUser'
  | 'namedPeople'
  | 'markup'
  | 'rated'
  | 'copied'
  | 'stopped'
  | 'live'
  | 'labelled'
  | 'composer';
export type Evidence = Record<Feature, number>;

export const BIAS = -4;
export const WEIGHTS: Evidence = {
  prompted: 2,
  asked: 0.2,
  again: 0.5,
  grew: 2,
  grewLong: 0.3,
  grewAlone: -1,
  cameAlone: -4,
  unasked: -2,
  often: -2,
  beside: -2,
  longer: 0.5,
  long: 0.5,
  formatted: 0.3,
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
};

/** Probability from which a candidate counts as AI text. */
export const THRESHOLD = 0.5;

/** Probability that a candidate with this evidence is an AI answer. */
export function probabilityOf(evidence: Evidence): number {
  let sum = BIAS;
  for (const [feature, value] of Object.entries(evidence)) sum += WEIGHTS[feature as Feature] * value;
  return 1 / (1 + Math.exp(-sum));
}
