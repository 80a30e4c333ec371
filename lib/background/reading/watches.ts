/**
 * Sites that a person has watched: the browser's permission, our own list, and the content script registered for it,
 * brought in line whenever one of them changes. The browser has the last word: without its permission nothing is read.
 */
import { browser } from 'wxt/browser';
import { patternOf } from '../../domain/reading/site.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { sendToFrame } from '../../messages/to-page/send.ts';
import { allFrames } from '../../settings/session/frames.ts';
import { targets, watches } from '../../store/ask/queries.ts';
import { addWatch, removeWatch } from '../../store/write/site-writes.ts';
import { targetAddressOf } from '../../sync/targets/index.ts';
import { policyPatterns } from '../policy/policy-hosts.ts';
import { oneAtATime } from '../spine/in-turn.ts';
import { takesPattern } from './patterns.ts';

const DETECTOR = 'content-scripts/detector.js';
const idOf = (pattern: string) => `site ${pattern}`;

export function registerWatches(): void {
  handle('site.watch', ({ pattern }) => watch(pattern));
  handle('site.unwatch', ({ pattern }) => unwatch(pattern));
  browser.permissions.onAdded.addListener(() => void align());
  browser.permissions.onRemoved.addListener(() => void align().then(() => askAgain()));
  browser.runtime.onStartup.addListener(() => void align());
  // An update clears what was registered.
  browser.runtime.onInstalled.addListener(() => void align());
}

/** Watches a site that the browser has given access to, from now on and in the tabs that are open. */
export async function watch(pattern: string): Promise<null> {
  if (!(await isGranted(pattern))) throw new Refused('not_allowed');
  await addWatch(pattern);
  await align();
  return null;
}

async function unwatch(pattern: string): Promise<null> {
  await removeWatch(pattern);
  await align();
  // An endpoint or the sign-in to it may be on the same host, and is still to be reached.
  const needed = (await targets()).some((row) =>
    [targetAddressOf(row), row.session?.way.issuer].some((address) => address && patternOf(address) === pattern),
  );
  if (!needed) await browser.permissions.remove({ origins: [pattern] });
  await askAgain();
  return null;
}

const isGranted = (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] });

/** The match patterns that came with the extension. */
export const builtIn = (): string[] => browser.runtime.getManifest().host_permissions ?? [];

/** The patterns of the sites that a person or the policy has watched and that may be read, beside the built-in ones. */
export async function watchedPatterns(): Promise<string[]> {
  const rows = await watches();
  const wanted = [...new Set([...rows.map(({ pattern }) => pattern), ...(await policyPatterns())])];
  const granted = await Promise.all(wanted.map(isGranted));
  return wanted.filter((_, at) => granted[at]);
}

/** Everything that is watched: what came with the extension, and what was added. */
export const watchedAddresses = async (): Promise<string[]> => [...builtIn(), ...(await watchedPatterns())];

const aligned = new Set<() => Promise<void>>();
/** Calls back when the sites that are watched may have changed. */
export const onAligned = (listener: () => Promise<void>): unknown => aligned.add(listener);

/** Those of the policy's sites to which the browser gives no access yet. */
export async function patternsMissing(): Promise<string[]> {
  const wanted = await policyPatterns();
  const granted = await Promise.all(wanted.map(isGranted));
  return wanted.filter((_, at) => !granted[at]);
}

/** Whether a page of this origin may be read: a built-in one, or one that a person has watched, and still allowed. */
export async function mayReadSite(origin: string | undefined): Promise<boolean> {
  const pattern = origin && patternOf(origin);
  if (!pattern) return true; // an opaque origin: the frame is one of a page that may be read
  if (!(await isGranted(pattern))) return false;
  return (await watchedAddresses()).some((known) => takesPattern(known, pattern));
}

const inTurn = oneAtATime();

/** Registers the content script where it is wanted, and nowhere else. One at a time: two would register twice. */
export function align(): Promise<void> {
  const run = inTurn(async () => {
    await alignNow();
    for (const listener of aligned) await listener();
  });
  run.catch((error: unknown) => console.error('Countersign could not register its sites:', error));
  return run;
}

async function alignNow(): Promise<void> {
  const wanted = await watchedPatterns();
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const stale = registered.filter((id) => id.startsWith('site ') && !wanted.some((pattern) => idOf(pattern) === id));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const fresh = wanted.filter((pattern) => !registered.includes(idOf(pattern)));
  if (fresh.length === 0) return;
  await browser.scripting.registerContentScripts(
    fresh.map((pattern) => ({
      id: idOf(pattern),
      matches: [pattern],
      js: [DETECTOR],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    })),
  );
  await injectTabs(fresh);
}

/** Watches the open tabs of these sites, without a reload; also those that load now, whose question we may have missed. */
export async function injectTabs(patterns: string[]): Promise<void> {
  for (const tab of await browser.tabs.query({ url: patterns })) {
    if (tab.id === undefined || tab.discarded) continue;
    await browser.scripting
      .executeScript({ target: { tabId: tab.id, allFrames: true }, files: [`/${DETECTOR}`] })
      .catch((error: unknown) => console.warn('Countersign could not watch an open tab:', error));
  }
}

let rounds = 0;

/** How often frames were told to ask again: an answer that was begun before the last time may be out of date. */
export const askRounds = (): number => rounds;

/** Lets every frame that we are in ask whether and how it is to be read. */
export async function askAgain(origin?: string): Promise<void> {
  rounds++;
  const frames = (await allFrames()).filter(({ frame }) => origin === undefined || frame.origin === origin);
  await Promise.all(
    frames.map(({ tabId, frame }) =>
      sendToFrame(tabId, frame.frameId, 'reading.change', {}).catch((error: unknown) =>
        console.debug('Countersign: a frame is no longer there', error),
      ),
    ),
  );
}
