/**
 * Turns as the detector reads them, for scripts of their own: it is in every frame before them, and each would have to bring
 * the same code once more.
 */
import type { ToolProfile } from '../../tools/profile.ts';
import type { Turns } from './turns.ts';

type TurnsOf = (profile: ToolProfile) => Turns;

const KEY = Symbol.for('countersign.turns');
const world = globalThis as { [KEY]?: TurnsOf };

/** Lets the scripts of this frame read turns. */
export function offerTurns(turnsOf: TurnsOf): void {
  world[KEY] = turnsOf;
}

/** The page's turns as a profile reads them. */
export function turnsBy(profile: ToolProfile): Turns {
  const turnsOf = world[KEY];
  if (!turnsOf) throw new Error('No detector is in this frame.');
  return turnsOf(profile);
}
