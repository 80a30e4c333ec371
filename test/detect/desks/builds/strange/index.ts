/** Constructions that were written without a look at how answers are found. */
import type { Build } from '../../desk.ts';
import { ALTERED } from './altered.ts';
import { AMONG_PEOPLE } from './among-people.ts';
import { FRAMEWORKS } from './frameworks.ts';
import { MOVING } from './moving.ts';
import { SURFACES } from './surfaces.ts';
import { THREADS } from './threads.ts';

export const STRANGE: Record<string, Build> = {
  ...FRAMEWORKS,
  ...SURFACES,
  ...AMONG_PEOPLE,
  ...THREADS,
  ...MOVING,
  ...ALTERED,
};
