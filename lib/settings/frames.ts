/** Which frames of a tab have a detector. The background writes it; the side panel asks these frames for their outputs. */
import { storage } from 'wxt/utils/storage';
import type { Degradation } from '../domain/reading/health.ts';

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

const itemOf = (tabId: number) => storage.defineItem<FrameState[]>(`session:frames:${tabId}`, { fallback: [] });

/** The frames of a tab that have a detector. */
export const framesOf = (tabId: number): Promise<FrameState[]> => itemOf(tabId).getValue();

/** Stores the frames of a tab; an empty list forgets the tab. */
export async function setFrames(tabId: number, frames: readonly FrameState[]): Promise<void> {
  if (frames.length === 0) await itemOf(tabId).removeValue();
  else await itemOf(tabId).setValue([...frames]);
}

/** Calls back with the frames of a tab whenever they change. Gives the function that stops it. */
export const watchFrames = (tabId: number, callback: (frames: FrameState[]) => void): (() => void) =>
  itemOf(tabId).watch((frames) => callback(frames ?? []));

/** The frames of all tabs that have a detector. */
export async function allFrames(): Promise<{ tabId: number; frame: FrameState }[]> {
  const session = await storage.snapshot('session');
  return Object.entries(session).flatMap(([key, frames]) =>
    key.startsWith('frames:')
      ? (frames as FrameState[]).map((frame) => ({ tabId: Number(key.slice('frames:'.length)), frame }))
      : [],
  );
}
