/** Which tabs showed more AI texts than are kept. The background writes it; the side panel says so. */
import { storage } from 'wxt/utils/storage';

const itemOf = (tabId: number) => storage.defineItem<boolean>(`session:flooded:${tabId}`, { fallback: false });

/** Notes that a tab is over its allowance, or is so no longer (`false` forgets it). */
export async function setFlooded(tabId: number, flooded: boolean): Promise<void> {
  if (flooded) await itemOf(tabId).setValue(true);
  else await itemOf(tabId).removeValue();
}

/** Calls back with whether a tab is over its allowance, now and whenever that changes. Gives the function that stops it. */
export function watchFlooded(tabId: number, callback: (flooded: boolean) => void): () => void {
  const item = itemOf(tabId);
  void item.getValue().then(callback);
  return item.watch(callback);
}
