/** Finds an output among the open pages, and opens its page where none has it. */
import { browser } from 'wxt/browser';
import type { Output } from '../../../lib/domain/output/output.ts';
import { normaliseText } from '../../../lib/domain/output/text.ts';
import { sendToFrame } from '../../../lib/messages/to-page/send.ts';
import { framesOf } from '../../../lib/settings/session/frames.ts';

/** Where an output is: the page's own id for it may be another than the stored one. */
export interface OutputPlace {
  tabId: number;
  frameId: number;
  outputId: string;
}

/** How long a page may take to load and to be read. */
const OPENING_MS = 20_000;
const LOOK_EVERY_MS = 400;

/** The frame of an open page that shows an output: by its id, else by its very text. */
export async function findOutput(output: Output): Promise<OutputPlace | undefined> {
  const tabs = await browser.tabs.query({});
  // What somebody looks at comes first.
  const ids = tabs.sort((a, b) => Number(b.active) - Number(a.active)).flatMap(({ id }) => id ?? []);
  const places = (await Promise.all(ids.map((tabId) => placesIn(tabId, output)))).flat();
  return places.find(({ outputId }) => outputId === output.outputId) ?? places[0];
}

async function placesIn(tabId: number, { outputId, content }: Output): Promise<OutputPlace[]> {
  const text = content && normaliseText(content.text);
  const frames = await framesOf(tabId);
  const found = await Promise.all(
    frames.map(async ({ frameId }) => {
      // A frame that went away, or whose script is an old one, holds nothing.
      const listed = await sendToFrame(tabId, frameId, 'outputs.list', {}).catch(() => []);
      return listed
        .filter(({ id, text: shown }) => id === outputId || (text !== undefined && normaliseText(shown) === text))
        .map(({ id }) => ({ tabId, frameId, outputId: id }));
    }),
  );
  return found.flat();
}

/** Opens the page that an output was found in and waits until it is there; undefined where it does not come. */
export async function openOutput(output: Output): Promise<OutputPlace | undefined> {
  await browser.tabs.create({ url: output.trace.pageUrl, active: true });
  const until = Date.now() + OPENING_MS;
  for (;;) {
    const place = await findOutput(output);
    if (place || Date.now() > until) return place;
    await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  }
}

/** Brings a tab to the front, and its window. */
export async function activate(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
