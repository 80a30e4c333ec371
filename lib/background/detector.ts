/** Content scripts that start and stop. */
import { browser } from 'wxt/browser';
import { handle } from '../messages/receive.ts';
import { profilesOff } from '../settings/items.ts';
import { PROFILES } from '../tools/index.ts';
import { hostMatches, profileByAddress } from '../tools/match.ts';
import type { ToolProfile } from '../tools/profile.ts';
import { placeOf } from './place.ts';
import { forgetTab, startFrame } from './session.ts';

/** What tells self-hosted tools and embedded chat boxes, on sites that no profile knows by name. */
const markersOf = (profiles: readonly ToolProfile[]) =>
  profiles.flatMap(({ id, match }) => (match.markers ? [{ tool: id, selectors: match.markers }] : []));

const profileFor = (profiles: readonly ToolProfile[], url: string | undefined): ToolProfile | undefined =>
  url && URL.canParse(url) ? profileByAddress(profiles, new URL(url)) : undefined;

/** A site of a known tool has pages that are none of it (search results, mail): those are not learned. */
function isKnownHost(profiles: readonly ToolProfile[], url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return profiles.some(({ match }) => match.hosts.some((pattern) => hostMatches(pattern, hostname)));
}

export function registerDetector(): void {
  handle('detector.start', async ({ tool }, sender) => {
    const { tabId, frameId } = placeOf(sender);
    const off = new Set(await profilesOff.getValue());
    const on = PROFILES.filter(({ id }) => !off.has(id) && !off.has('*'));
    const profile = tool ? on.find(({ id }) => id === tool) : profileFor(on, sender.url);
    await startFrame(tabId, frameId, profile?.id, profile?.name);
    if (profile) return { profile, learn: false, markers: [] };
    return { learn: !isKnownHost(on, sender.url), markers: markersOf(on) };
  });
  handle('detector.learn', async ({ site }, sender) => {
    const { tabId, frameId } = placeOf(sender);
    await startFrame(tabId, frameId, 'site', site);
    return null;
  });
  handle('learner.load', async (_, sender) => {
    const { tabId, frameId } = placeOf(sender);
    await inject(tabId, frameId, '/content-scripts/learner.js');
    return null;
  });
  handle('overlay.load', async (_, sender) => {
    const { tabId, frameId } = placeOf(sender);
    await inject(tabId, frameId, '/content-scripts/overlay.js');
    return null;
  });
  handle('passages.load', async (_, sender) => {
    const { tabId, frameId } = placeOf(sender);
    // As an author's sheet: in a user's, Chromium draws no highlight. It reaches into shadow roots by inheritance.
    await browser.scripting.insertCSS({ target: { tabId, frameIds: [frameId] }, files: ['/marks.css'] });
    await inject(tabId, frameId, '/content-scripts/passages.js');
    return null;
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.runtime.onInstalled.addListener(() => void injectOpenTabs());
}

type ScriptFile = `/content-scripts/${'overlay' | 'learner' | 'passages'}.js`;

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
