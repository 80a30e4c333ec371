/** Where the detector and the teacher meet, in the isolated world of one frame, which the page cannot see. */
import type { ToolProfile } from '../tools/profile.ts';
import type { Found } from './found.ts';

export interface Teachable {
  /** Aborted when the detector is retired. */
  signal: AbortSignal;
  /** What is taken for AI text here now. */
  found(): Found[];
  /** Name of the known tool whose profile reads this frame; undefined where it is read by what was learned, or not. */
  knownTool(): string | undefined;
  read(profile: ToolProfile, evidence: readonly string[]): void;
  /** Takes a turn for no AI text on this page, or takes that back. */
  ignore(turn: Element, ignored: boolean): void;
  /** What the person pointed at on this page so far, the last one first. */
  answers: Element[];
  others: Element[];
}

const KEY = Symbol.for('countersign.teachable');
const world = globalThis as { [KEY]?: Teachable };

/** Says that this frame can be taught. */
export function offerTeachable(teachable: Teachable): void {
  world[KEY] = teachable;
}

/** The detector of this frame, or undefined where there is none. */
export const findTeachable = (): Teachable | undefined => (world[KEY]?.signal.aborted ? undefined : world[KEY]);
