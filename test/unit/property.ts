/**
 * Properties: what holds for whatever is made up. `npm test` makes up the same each time, so that what fails is of the
 * change and not of the day; `npm run test:nightly` makes up something else each night, and prints by which seed.
 * `COUNTERSIGN_SEED=…` does the same again.
 */
import fc from 'fast-check';
import { IS_NIGHT } from '../nightly.ts';

/** The day on which it was fixed. */
const FIXED_SEED = 20_261_128;

export const SEED = Number(process.env.COUNTERSIGN_SEED ?? FIXED_SEED);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });

const HAS_TIME = IS_NIGHT || process.env.COUNTERSIGN_SEED !== undefined;

/**
 * How often a property is tried that takes seconds: in `npm test` a third of that, as it is the same each time, and all of it by
 * night and with a seed. `COUNTERSIGN_RUNS` says otherwise.
 */
export const runs = (byNight: number): number =>
  Number(process.env.COUNTERSIGN_RUNS) || (HAS_TIME ? byNight : Math.ceil(byNight / 3));

export { fc };
