/** Which tabs showed more AI texts than are kept. The background writes it; the side panel says so. */
import { familyOf } from '../family.ts';

const byTab = familyOf<boolean>('flooded');

/** Notes that a tab is over its allowance, or is so no longer (`false` forgets it). */
export const setFlooded = (tabId: number, flooded: boolean): Promise<void> =>
  flooded ? byTab.put(tabId, true) : byTab.forget(tabId);

/** Calls back with whether a tab is over its allowance, now and whenever that changes. Gives the function that stops it. */
export function watchFlooded(tabId: number, callback: (flooded: boolean) => void): () => void {
  void byTab.get(tabId).then((flooded) => callback(flooded ?? false));
  return byTab.watch(tabId, (flooded) => callback(flooded ?? false));
}
