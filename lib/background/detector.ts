/** Content scripts that start and stop. */
import { browser } from 'wxt/browser';
import { handle } from '../messages/receive.ts';
import { PROFILES } from '../tools/index.ts';
import { profileByAddress } from '../tools/match.ts';
import type { ToolProfile } from '../tools/profile.ts';
import { placeOf } from './place.ts';
import { forgetTab, startFrame } from './session.ts';

/** What tells self-hosted tools and embedded chat boxes, on sites that no profile knows by name. */
const MARKERS = PROFILES.flatMap(({ id, match }) => (match.markers ? [{ tool: id, selectors: match.markers }] : []));

const profileFor = (url: string | undefined): ToolProfile | undefined =>
  url && URL.canParse(url) ? profileByAddress(PROFILES, new URL(url)) : undefined;

export function registerDetector(): void {
  handle('detector.start', async ({ tool }, sender) => {
    const { tabId, frameId } = placeOf(sender);
    const profile = tool ? PROFILES.find(({ id }) => id === tool) : profileFor(sender.url);
    await startFrame(tabId, frameId, profile?.id, profile?.name);
    return profile ? { profile, markers: [] } : { markers: MARKERS };
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
