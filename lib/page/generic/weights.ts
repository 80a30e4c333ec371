/** Written by `npm run fit` (`scripts/fit.ts`) from the training pages of `test/detect`. */
import type { Weights } from './evidence.ts';

export const FITTED: Weights = {
  bias: -7.02,
  of: {
    prompted: 2.07,
    asked: 2.01,
    again: 0.92,
    grew: 1.29,
    grewLong: 0.54,
    grewInline: 0.74,
    answered: 1.34,
    longer: 0,
    long: 0,
    formatted: 0.92,
    namedAi: 2.36,
    namedUser: 0,
    markup: 1.32,
    rated: 0,
    copied: 0.66,
    stopped: 0.51,
    live: 0,
    labelled: 2.09,
    composer: 1.1,
    grewAlone: -1.1,
    cameAlone: -1.48,
    unasked: -2.22,
    often: -0.5,
    beside: -1.83,
    namedPeople: 0,
  },
};
