/** All small answers. */
import { BY_CLASSES } from './classes.ts';
import { FORMULAS } from './formulas.ts';
import { ICONS } from './icons.ts';
import { LAYOUT } from './layout.ts';
import { MEANING } from './meaning.ts';
import type { ReadingCase } from './of.ts';
import { PLACES } from './places.ts';
import { SEEN } from './seen.ts';
import { STRUCTURE } from './structure.ts';

export const READING: readonly ReadingCase[] = [
  ...MEANING,
  ...ICONS,
  ...FORMULAS,
  ...LAYOUT,
  ...BY_CLASSES,
  ...PLACES,
  ...SEEN,
  ...STRUCTURE,
];
