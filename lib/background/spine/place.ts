/** Where a message came from, or a refusal: pages act only on outputs of their own frame. */
import { Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { FrameState } from '../../settings/session/frames.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { frameHolds } from './session.ts';

/** Tab and frame as the browser named them. */
export function placeOf({ tabId, frameId }: Sender): { tabId: number; frameId: number } {
  if (tabId === undefined || frameId === undefined) throw new Refused('dropped');
  return { tabId, frameId };
}

/** What is remembered of a frame: where it is, and what reads it. */
export function frameState(sender: Sender, profile?: ToolProfile, learned = false): FrameState {
  const { frameId } = placeOf(sender);
  return {
    frameId,
    ...(sender.origin ? { origin: sender.origin } : {}),
    ...(profile ? { tool: profile.id, toolName: profile.name } : {}),
    ...(profile && learned ? { learned } : {}),
  };
}

/** Refuses a page that asks about an output it did not show us. The extension's own pages may ask about any. */
export async function mustHold(sender: Sender, hash: string): Promise<void> {
  if (sender.kind !== 'page') return;
  const { tabId, frameId } = placeOf(sender);
  if (!(await frameHolds(tabId, frameId, hash))) throw new Refused('not_found');
}
