/** Content scripts that start and stop. */
import { browser } from 'wxt/browser';
import { handle } from '../messages/receive.ts';
import { placeOf } from './place.ts';
import { forgetTab, startFrame } from './session.ts';

export function registerDetector(): void {
  handle('detector.start', async ({ tool, toolName }, sender) => {
    const { tabId, frameId } = placeOf(sender);
    await startFrame(tabId, frameId, tool, toolName);
    return null;
  });
  handle('overlay.load', async (_, sender) => {
    const { tabId, frameId } = placeOf(sender);
    await inject(tabId, frameId, '/content-scripts/overlay.js');
    return null;
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.runtime.onInstalled.addListener(() => void injectOpenTabs());
}

type ScriptFile = '/content-scripts/overlay.js';

const inject = (tabId: number, frameId: number, file: ScriptFile) =>
  browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] });

/** Tabs that were open before the extension was installed or updated have no script of ours, or an orphaned one. */
async function injectOpenTabs(): Promise<void> {
  const matches = browser.runtime.getManifest().host_permissions ?? [];
  for (const tab of await browser.tabs.query({ url: matches, status: 'complete' })) {
    if (tab.id === undefined || tab.discarded) continue;
    await browser.scripting
      .executeScript({ target: { tabId: tab.id, allFrames: true }, files: ['/content-scripts/detector.js'] })
      .catch((error: unknown) => console.warn('Countersign could not watch an open tab:', error));
  }
}
