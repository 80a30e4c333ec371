/** Sends into a page. */
import { browser } from 'wxt/browser';
import type { PageMessageName, PageMessages } from './index.ts';

/** Sends to one frame of a tab. Rejects when no content script is there. */
export function sendToFrame<K extends PageMessageName>(
  tabId: number,
  frameId: number,
  type: K,
  body: PageMessages[K]['body'],
): Promise<PageMessages[K]['reply']> {
  return browser.tabs.sendMessage(tabId, { type, ...body }, { frameId });
}
