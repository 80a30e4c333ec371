/**
 * How the learner gets the frame that it is to learn: it is injected only into frames that no known profile reads. What it
 * learned goes to the background, which keeps it for the site; the frame is read by what is kept then.
 */
import { send } from '../../messages/send.ts';
import type { ToolProfile } from '../../tools/profile.ts';
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

/**
 * Hands over what was learned, also where it finds the same as what is in force: it knows what the other does not, such as
 * a kind of block that has not come yet. `frame.read` does nothing where both are the same.
 */
export async function handOver(
  { frame, signal }: Hand,
  profile: ToolProfile,
  evidence: readonly string[],
): Promise<void> {
  // Which site this is the browser says to the background; what the page calls itself is not asked.
  const unnamed = { ...profile, match: { hosts: [], markers: profile.turn } };
  const handed = { profile: unnamed, evidence: [...evidence], found: [...frame.all()].length };
  // Without an answer, this page is read by it all the same: it goes no further than this page then.
  const kept = await send('detector.learn', handed).catch((error: unknown) => {
    console.debug('Countersign:', error instanceof Error ? error.message : 'no answer');
    return { profile, evidence };
  });
  if (!signal.aborted) frame.read(kept.profile, kept.evidence);
}
