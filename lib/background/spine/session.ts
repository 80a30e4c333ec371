/**
 * What the worker must remember of tabs while it sleeps: which frames are watched and which outputs they hold. Kept in
 * `storage.session` (gone with the browser), read and written one at a time so that no two handlers overwrite each other.
 */
import { familyOf } from '../../settings/family.ts';
import { type FrameState, framesOf, setFrames } from '../../settings/session/frames.ts';
import { oneAtATime } from './in-turn.ts';

/** More than any conversation shows; the oldest go first. */
const MOST_OUTPUTS = 6_000;

type Seen = Record<string, string[]>;
const byTab = familyOf<Seen>('seen');

const inTurn = oneAtATime();

/** A frame has a new document: what it held before is gone. */
export const startFrame = (tabId: number, state: FrameState): Promise<void> =>
  inTurn(async () => {
    const { frameId } = state;
    const others = (await framesOf(tabId)).filter((frame) => frame.frameId !== frameId);
    await setFrames(tabId, [...others, state]);
    const seen = await read(tabId);
    await byTab.put(tabId, { ...seen, [frameId]: [] });
  });

/** Remembers that a frame shows an output. */
export const rememberOutput = (tabId: number, frameId: number, hash: string): Promise<void> =>
  inTurn(async () => {
    const seen = await read(tabId);
    const hashes = seen[frameId] ?? [];
    if (hashes.includes(hash)) return;
    await byTab.put(tabId, { ...seen, [frameId]: [...hashes, hash].slice(-MOST_OUTPUTS) });
  });

/** Whether a frame told us of an output: a page may not ask about texts that it does not show. */
export const frameHolds = async (tabId: number, frameId: number, hash: string): Promise<boolean> =>
  inTurn(async () => ((await read(tabId))[frameId] ?? []).includes(hash));

/** The outputs that a frame told us of. */
export const hashesIn = async (tabId: number, frameId: number): Promise<string[]> =>
  inTurn(async () => (await read(tabId))[frameId] ?? []);

/** The frames of all tabs that show any of some outputs, or any at all. */
export const framesWith = (
  hashes?: ReadonlySet<string>,
): Promise<{ tabId: number; frameId: number; hashes: string[] }[]> =>
  inTurn(async () => {
    const all = await byTab.all();
    return all.flatMap(([tabId, frames]) =>
      Object.entries(frames).flatMap(([frameId, held]) => {
        const common = held.filter((hash) => hashes?.has(hash) ?? true);
        return common.length > 0 ? [{ tabId: Number(tabId), frameId: Number(frameId), hashes: common }] : [];
      }),
    );
  });

/** Forgets a tab that was closed. */
export const forgetTab = (tabId: number): Promise<void> =>
  inTurn(async () => {
    await byTab.forget(tabId);
    await setFrames(tabId, []);
  });

const read = async (tabId: number): Promise<Seen> => (await byTab.get(tabId)) ?? {};
