/** Keyboard commands that the browser itself listens to: no page sees them, and they are the person's to change. */
import { browser } from 'wxt/browser';
import { openPanel, openShortcutSettings } from '../../browser.ts';
import { handle } from '../../messages/receive.ts';
import type { ListedOutput } from '../../messages/to-page/index.ts';
import { sendToFrame } from '../../messages/to-page/send.ts';
import { framesOf } from '../../settings/session/frames.ts';
import { wantBrief } from '../brief/brief.ts';

export function registerCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'flag') void flagIn(tab?.id);
    if (command === 'brief' && tab?.id !== undefined) void showBrief(tab.id, tab.windowId);
  });
  handle('shortcut.read', async () => {
    const key = (await browser.commands.getAll()).find(({ name }) => name === 'flag')?.shortcut;
    return key ? { key } : {};
  });
  handle('shortcut.change', async () => {
    await openShortcutSettings();
    return null;
  });
}

/** Opens the panel at the brief. At once: a browser opens it only for what a person just did. */
async function showBrief(tabId: number, windowId: number): Promise<void> {
  const opening = openPanel(windowId);
  await wantBrief(tabId);
  await opening;
}

/** Opens the card of what is selected in the tab in front, else of its newest answer. */
async function flagIn(given: number | undefined): Promise<void> {
  const tabId = given ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (tabId === undefined) return;
  const frames = await framesOf(tabId);
  // A frame that has gone meanwhile has nothing to say.
  for (const { frameId } of frames) if (await sendToFrame(tabId, frameId, 'gate.focus', {}).catch(() => null)) return;
  for (const { frameId } of frames) if (await sendToFrame(tabId, frameId, 'reuse.focus', {}).catch(() => null)) return;
  for (const { frameId } of frames) if (await sendToFrame(tabId, frameId, 'flag.open', {}).catch(() => null)) return;
  const listed = await Promise.all(
    frames.map(async ({ frameId }) => {
      const outputs = await sendToFrame(tabId, frameId, 'outputs.list', {}).catch(() => []);
      return outputs.filter(({ state }) => state === 'complete').map((output) => ({ ...output, frameId }));
    }),
  );
  const newest = listed.flat().reduce<Listed | undefined>((best, one) => (isOlder(one, best) ? best : one), undefined);
  if (newest) await sendToFrame(tabId, newest.frameId, 'flag.open', { outputId: newest.id });
}

type Listed = ListedOutput & { frameId: number };

/** Of two that were there from the start, the one further down is the newer. */
const isOlder = (one: Listed, best: Listed | undefined): boolean =>
  best !== undefined && (one.completedAt ?? one.startedAt) < (best.completedAt ?? best.startedAt);
