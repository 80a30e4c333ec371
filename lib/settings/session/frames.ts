/** Which frames of a tab have a detector. The background writes it; the side panel asks these frames for their outputs. */
import type { Degradation } from '../../domain/reading/health.ts';
import { familyOf } from '../family.ts';

/** One frame with a detector; `tool` is missing where the detector runs but does not watch. */
export interface FrameState {
  frameId: number;
  /** Id of the tool profile that reads the frame. */
  tool?: string;
  toolName?: string;
  /** True where the frame is read by what was learned on its site. */
  learned?: boolean;
  /** True where nothing is known of the frame's site, and it is being learned. */
  learning?: boolean;
  /** Why the tool's own profile is taken not to read the site any more. */
  degraded?: Degradation;
  /** Origin of the frame's document. */
  origin?: string;
}

const byTab = familyOf<FrameState[]>('frames');

/** The frames of a tab that have a detector. */
export const framesOf = async (tabId: number): Promise<FrameState[]> => (await byTab.get(tabId)) ?? [];

/** Stores the frames of a tab; an empty list forgets the tab. */
export const setFrames = (tabId: number, frames: readonly FrameState[]): Promise<void> =>
  frames.length === 0 ? byTab.forget(tabId) : byTab.put(tabId, [...frames]);

/** Calls back with the frames of a tab whenever they change. Gives the function that stops it. */
export const watchFrames = (tabId: number, callback: (frames: FrameState[]) => void): (() => void) =>
  byTab.watch(tabId, (frames) => callback(frames ?? []));

/** The frames of all tabs that have a detector. */
export const allFrames = async (): Promise<{ tabId: number; frame: FrameState }[]> =>
  (await byTab.all()).flatMap(([tabId, frames]) => frames.map((frame) => ({ tabId: Number(tabId), frame })));
