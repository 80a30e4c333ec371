import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Degradation } from '../../../lib/domain/reading/health.ts';
import { patternOf } from '../../../lib/domain/reading/site.ts';
import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import { sendToFrame } from '../../../lib/messages/to-page/send.ts';
import { type FrameState, framesOf, watchFrames } from '../../../lib/settings/session/frames.ts';
import { targets, watches, watchOutputs } from '../../../lib/store/ask/queries.ts';
import { targetAddressOf } from '../../../lib/sync/targets/index.ts';
import type { WatchedTab } from './useWatchedTab.ts';

/** One output of the page and the frame that holds it. */
export interface PageOutput extends ListedOutput {
  frameId: number;
  toolName: string;
}

export interface PageOutputs {
  /**
   * `idle`: nothing here is watched. `learning`: it is watched, and nothing is known of it yet. `reload`: it could be
   * watched, but nobody in the page answers.
   */
  watch: 'watching' | 'idle' | 'learning' | 'reload' | 'loading';
  /** True where the extension may read the site already: there is nothing to ask for. */
  known: boolean;
  /** Names of the tools whose profiles read this page. */
  toolNames: string[];
  /** True where all that is read here is read by what was learned on the site. */
  learned: boolean;
  /** Why a tool's profile is taken not to read this page any more, and what reads it meanwhile. */
  degraded?: { reason: Degradation; meanwhile: 'learning' | 'evidence' | 'profile' };
  outputs: PageOutput[];
}

/** How often the page is asked while the panel is in view: a streaming answer changes without any event. */
const POLL_MS = 2_000;

async function ask(tabId: number, frame: FrameState): Promise<PageOutput[] | undefined> {
  try {
    const listed = await sendToFrame(tabId, frame.frameId, 'outputs.list', {});
    return listed.map((output) => ({ ...output, frameId: frame.frameId, toolName: frame.toolName ?? output.tool }));
  } catch (error) {
    console.debug('Countersign: a frame does not answer', frame.frameId, error);
    return undefined;
  }
}

async function readPage(tab: WatchedTab): Promise<PageOutputs> {
  const frames = await framesOf(tab.tabId);
  const answers = await Promise.all(frames.map((frame) => ask(tab.tabId, frame)));
  const alive = frames.filter((_, at) => answers[at]);
  const toolNames = [...new Set(alive.flatMap(({ tool, toolName }) => (tool ? (toolName ?? tool) : [])))];
  const known = await isWatched(tab.url);
  const watch = toolNames.length > 0 ? 'watching' : stateWithout(tab, alive, known);
  const readers = alive.filter(({ tool }) => tool);
  const learned = readers.length > 0 && readers.every((frame) => frame.learned);
  const degraded = degradedOf(readers);
  return {
    watch,
    known,
    toolNames,
    learned,
    ...(degraded ? { degraded } : {}),
    outputs: answers.flatMap((outputs) => outputs ?? []),
  };
}

function degradedOf(readers: readonly FrameState[]): PageOutputs['degraded'] {
  const frame = readers.find(({ degraded }) => degraded);
  if (!frame?.degraded) return undefined;
  return { reason: frame.degraded, meanwhile: frame.learned ? 'evidence' : frame.learning ? 'learning' : 'profile' };
}

function stateWithout(tab: WatchedTab, alive: FrameState[], known: boolean): PageOutputs['watch'] {
  if (alive.length > 0) return alive.some(({ learning }) => learning) ? 'learning' : 'idle';
  if (tab.loading) return 'loading';
  return known ? 'reload' : 'idle';
}

/** Whether the browser lets us read a site for its pages' sake: access to an endpoint's host is for the endpoint. */
async function isWatched(url: string | undefined): Promise<boolean> {
  const pattern = url === undefined ? undefined : patternOf(url);
  if (!pattern || !(await browser.permissions.contains({ origins: [pattern] }))) return false;
  const [rows, endpoints] = await Promise.all([watches(), targets()]);
  if (rows.some((row) => row.pattern === pattern)) return true;
  const builtIn = browser.runtime.getManifest().host_permissions ?? [];
  return builtIn.includes(pattern) || !endpoints.some((row) => patternOf(targetAddressOf(row)) === pattern);
}

/** What the page holds now: asked when something changes, and every so often while the panel is in view. */
export function usePageOutputs(tab: WatchedTab | undefined): PageOutputs | undefined {
  const [read, setRead] = useState<{ tabId: number; page: PageOutputs }>();
  useEffect(() => {
    if (!tab) return;
    let gone = false;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      void readPage(tab).then((page) => {
        if (!gone) setRead((before) => (sameAs(before, tab.tabId, page) ? before : { tabId: tab.tabId, page }));
      });
    };
    look();
    const timer = setInterval(look, POLL_MS);
    const stops = [watchFrames(tab.tabId, look), watchOutputs(look)];
    document.addEventListener('visibilitychange', look);
    return () => {
      gone = true;
      clearInterval(timer);
      for (const stop of stops) stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [tab]);
  return tab && read?.tabId === tab.tabId ? read.page : undefined;
}

const sameAs = (before: { tabId: number; page: PageOutputs } | undefined, tabId: number, page: PageOutputs): boolean =>
  before?.tabId === tabId && JSON.stringify(before.page) === JSON.stringify(page);
