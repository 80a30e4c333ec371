/** Written by `npm run fit` (`scripts/fit.ts`) from the training pages of `test/detect`. */
import type { Weights } from './evidence.ts';

export const FITTED: Weights = {
  bias: -6.33,
  of: {
    prompted: 1.81,
    asked: 1.75,
    again: 0.93,
    grew: 1.11,
    grewLong: 0.94,
    grewInline: 0.74,
    answered: 1.22,
    longer: 0,
    long: 0,
    formatted: 0.77,
    namedAi: 2.13,
    namedUser: 0,
    markup: 0.78,
    rated: 0.02,
    copied: 0.65,
    stopped: 0.52,
    live: 0.01,
    labelled: 1.93,
    composer: 0.99,
    grewAlone: -0.99,
    cameAlone: -1.33,
    unasked: -1.73,
    often: -0.5,
    beside: -1.22,
    namedPeople: 0,
  },
};
