/** Content scripts that start and stop. */
import { browser } from 'wxt/browser';
import { fallsBack } from '../../domain/reading/health.ts';
import { handle } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { Reading } from '../../messages/to-background/detector.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { setFlooded } from '../../settings/session/flooded.ts';
import { profileByAddress } from '../../tools/match.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { standIn, standWhereAsked } from '../gate/frames.ts';
import { mayLook } from '../reuse/reuse.ts';
import { frameState, placeOf } from '../spine/place.ts';
import { forgetTab, startFrame } from '../spine/session.ts';
import { blindness } from './blindness.ts';
import { isKnownSite, toolsInForce } from './profiles.ts';
import { learnedReading, readSite } from './sites.ts';
import { askRounds, injectTabs, mayReadSite, watchedPatterns } from './watches.ts';

/** What tells self-hosted tools and embedded chat boxes, on sites that no profile knows by name. */
const markersOf = (profiles: readonly ToolProfile[]) =>
  profiles.flatMap(({ id, match }) => (match.markers ? [{ tool: id, selectors: match.markers }] : []));

const profileFor = (profiles: readonly ToolProfile[], url: string | undefined): ToolProfile | undefined =>
  url && URL.canParse(url) ? profileByAddress(profiles, new URL(url)) : undefined;

/** How a tool is read: by its profile, or, where that has gone blind on this site, by what is learned of it meanwhile. */
async function readingOfTool(tabId: number, sender: Sender, known: ToolProfile): Promise<Reading> {
  const degraded = await blindness(sender.origin, known);
  const state = { ...frameState(sender, known), ...(degraded ? { degraded } : {}) };
  const site = fallsBack(degraded) ? await readSite(sender.origin) : undefined;
  if (!fallsBack(degraded) || site?.off) {
    await startFrame(tabId, state);
    return { profile: known, known, learn: false, markers: [] };
  }
  const learned = site?.learned;
  await startFrame(tabId, { ...state, ...(learned ? { learned: true } : { learning: true }) });
  return { ...(learned ? learnedReading(learned) : { profile: known }), known, learn: true, markers: [] };
}

/** How a frame that no known profile reads is read: by what was learned of its site, while the learner goes on. */
async function readingOfSite(tabId: number, sender: Sender, known: boolean): Promise<Omit<Reading, 'markers'>> {
  const site = known ? undefined : await readSite(sender.origin);
  const learning = !known && !site?.off && !site?.learned;
  await startFrame(tabId, { ...frameState(sender, site?.learned?.profile, true), ...(learning ? { learning } : {}) });
  return site?.learned ? { ...learnedReading(site.learned), learn: true } : { learn: learning };
}

/** How a frame is read now. `tool`: one whose marker was found in it. */
async function readingFor(sender: Sender, tool: string | undefined): Promise<Reading> {
  const { tabId } = placeOf(sender);
  if (!(await mayReadSite(sender.origin))) {
    await startFrame(tabId, frameState(sender));
    return { learn: false, markers: [] };
  }
  const force = await toolsInForce();
  const { profiles } = force;
  // What is known by its address is known better than by a marker, which a policy may have come after.
  const profile = profileFor(profiles, sender.url) ?? profiles.find(({ id }) => id === tool);
  if (profile) return readingOfTool(tabId, sender, profile);
  return { ...(await readingOfSite(tabId, sender, isKnownSite(force, sender.origin))), markers: markersOf(profiles) };
}

/** Where the policy asks for it, the texts of a page are looked at from the start. */
async function lookWhereAsked(sender: Sender): Promise<void> {
  const { tabId, frameId } = placeOf(sender);
  if (!(await mayReadSite(sender.origin)) || !(await mayLook(sender.url))) return;
  await loadScript('reuse', tabId, frameId).catch((error: unknown) =>
    console.debug('Countersign: a frame is no longer there', error),
  );
}

const loadScript = (script: Exclude<MessageBody<'script.load'>['script'], 'gate'>, tabId: number, frameId: number) =>
  browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [`/content-scripts/${script}.js`],
  });

export function registerDetector(): void {
  handle('detector.start', async ({ tool }, sender) => {
    const { tabId, frameId } = placeOf(sender);
    if (frameId === 0) await setFlooded(tabId, false);
    for (;;) {
      const round = askRounds();
      const reading = await readingFor(sender, tool);
      // What changed meanwhile was told to the frames that were known then, and this one may not have been.
      if (round !== askRounds()) continue;
      void lookWhereAsked(sender);
      void standWhereAsked(sender);
      return reading;
    }
  });
  handle('script.load', async ({ script }, sender) => {
    const { tabId, frameId } = placeOf(sender);
    const target = { tabId, frameIds: [frameId] };
    // As an author's sheet: in a user's, Chromium draws no highlight. It reaches into shadow roots by inheritance.
    if (script === 'gate') {
      await standIn(tabId, frameId);
      return null;
    }
    if (script === 'passages') await browser.scripting.insertCSS({ target, files: ['/marks.css'] });
    await loadScript(script, tabId, frameId);
    return null;
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.runtime.onInstalled.addListener(() => void watchOpenTabs());
}

/** Tabs that were open before the extension was installed or updated have no script of ours, or an orphaned one. */
const watchOpenTabs = async (): Promise<void> => {
  const builtIn = browser.runtime.getManifest().host_permissions ?? [];
  await injectTabs([...builtIn, ...(await watchedPatterns())]);
};
