/** How the learner gets the frame that it is to learn: it is injected only into frames that no known profile reads. */
import { findTeachable, type Teachable } from '../frame/teachable.ts';

export interface Hand {
  frame: Teachable;
  /** Aborted when the frame is read in another way, or the detector is retired. */
  signal: AbortSignal;
}

const KEY = Symbol.for('countersign.learner');
const world = globalThis as { [KEY]?: AbortSignal };

/** Takes the frame as it is read now, once: a second learner finds none until it is asked for again. */
export function takeHand(): Hand | undefined {
  const frame = findTeachable();
  const signal = frame?.round.signal;
  if (!frame || !signal || signal.aborted || world[KEY] === signal) return undefined;
  world[KEY] = signal;
  return { frame, signal };
}
