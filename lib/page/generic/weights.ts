/** Written by `npm run fit` (`scripts/fit.ts`) from the training pages of `test/detect`. */
import type { Weights } from './evidence.ts';

export const FITTED: Weights = {
  bias: -8.02,
  of: {
    prompted: 1.73,
    asked: 1.69,
    again: 1.04,
    grew: 1.01,
    grewInline: 0.5,
    answered: 0.5,
    grewLong: 0.71,
    longer: 0.59,
    long: 2.42,
    formatted: 2.39,
    namedAi: 1.74,
    namedUser: 0.48,
    markup: 0.69,
    rated: 0,
    copied: 0,
    stopped: 0.28,
    live: 0,
    labelled: 0.94,
    composer: 0.69,
    grewAlone: -0.69,
    cameAlone: -1.05,
    unasked: -1.02,
    often: 0,
    beside: -0.62,
    namedPeople: -0.28,
  },
};
