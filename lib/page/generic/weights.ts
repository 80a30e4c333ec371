/** Written by `npm run fit` (`scripts/fit.ts`) from the training pages of `test/detect`. */
import type { Weights } from './evidence.ts';

export const FITTED: Weights = {
  bias: -9.6,
  of: {
    prompted: 1.91,
    asked: 1.89,
    again: 1.45,
    grew: 0.62,
    grewLong: 0.52,
    grewInline: 0.62,
    answered: 1.42,
    longer: 0.91,
    long: 2.87,
    formatted: 1,
    namedAi: 1.85,
    namedUser: 0.16,
    markup: 1.09,
    rated: 0.35,
    copied: 0.64,
    stopped: 0.69,
    live: 0,
    labelled: 1.18,
    composer: 1.29,
    grewAlone: -1.3,
    cameAlone: -1.13,
    unasked: -1.48,
    often: -0.5,
    beside: -1.17,
    namedPeople: -0.62,
  },
};
