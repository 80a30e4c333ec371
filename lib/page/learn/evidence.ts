/** What speaks for and against a text being an AI answer, and how it is summed. */
import { FITTED } from './weights.ts';

/** What speaks for it. A weight below zero would say that seeing it makes an answer less likely: none is fitted so. */
export const FOR = [
  'prompted',
  'asked',
  'again',
  'grew',
  'grewLong',
  'grewInline',
  'grewOn',
  'answered',
  'instant',
  'longer',
  'long',
  'formatted',
  'namedAi',
  'namedUser',
  'markup',
  'rated',
  'copied',
  'stopped',
  'live',
  'labelled',
  'composer',
] as const;
/** What speaks against it. */
export const AGAINST = ['grewAlone', 'cameAlone', 'unasked', 'often', 'beside', 'namedPeople'] as const;

export type Feature = (typeof FOR)[number] | (typeof AGAINST)[number];
/** Each as 0 or 1; `again` as more, where an answer came sooner than anybody types. */
export type Evidence = Record<Feature, number>;

/** Log odds: of an answer with no evidence at all, and what each piece adds. */
export interface Weights {
  bias: number;
  of: Record<Feature, number>;
}

/** Probability from which a candidate counts as AI text. */
export const THRESHOLD = 0.5;

/** Log odds that a candidate with this evidence is an AI answer: above 0, it is more likely than not. */
export function logOdds(evidence: Evidence, { bias, of }: Weights): number {
  let sum = bias;
  for (const [feature, value] of Object.entries(evidence)) sum += of[feature as Feature] * value;
  return sum;
}

/** Probability that a candidate with this evidence is an AI answer, by logistic regression. */
export const probabilityOf = (evidence: Evidence, weights: Weights = FITTED): number =>
  1 / (1 + Math.exp(-logOdds(evidence, weights)));
