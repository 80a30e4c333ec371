/** Where the detector meets the learner, the teacher and the watcher of its health: in the isolated world of one frame, which the page cannot see. */
import type { ToolProfile } from '../../tools/profile.ts';
import type { Found } from '../detect/found.ts';
import type { Beyond, Turns } from '../detect/turns.ts';

/** A frame that can be learned, and taught. */
export interface Teachable {
  /** Aborted when the detector is retired. */
  signal: AbortSignal;
  /** Aborted when the frame is to be read in another way. */
  round: AbortController;
  /** How it is read now: by a known profile, by what was learned before, or not. */
  readonly turns: Turns | undefined;
  /** The profile of a known tool that should read it, whether it does or not: what is watched for blindness. */
  known: ToolProfile | undefined;
  /** What was pasted, for the script that takes it; answers 0 once that is there. */
  pastes: { push(text: string | undefined): number };
  /** What is found in it now, in page order. */
  found(): Found[];
  /** The same in no order, for who asks at each letter. */
  all(): Iterable<Found>;
  /** Reads it by a profile from now on. */
  read(profile: ToolProfile, evidence: readonly string[]): void;
  /** Takes a turn for no AI text on this page, or takes that back. */
  ignore(turn: Element, ignored: boolean): void;
}

const KEY = Symbol.for('countersign.teachable');
const BEYOND = Symbol.for('countersign.beyond');
const world = globalThis as { [KEY]?: Teachable; [BEYOND]?: Beyond | undefined };

/** Says that this frame can be taught. */
export function offerTeachable(teachable: Teachable): void {
  world[KEY] = teachable;
}

/** The detector of this frame, or undefined where there is none. */
export const findTeachable = (): Teachable | undefined => (world[KEY]?.signal.aborted ? undefined : world[KEY]);

/** Says what is known of this frame beyond its profile, by whoever learns it. */
export function offerBeyond(beyond: Beyond, signal: AbortSignal): void {
  world[BEYOND] = beyond;
  signal.addEventListener('abort', () => {
    if (world[BEYOND] === beyond) world[BEYOND] = undefined;
  });
}

export const findBeyond = (): Beyond | undefined => world[BEYOND];
