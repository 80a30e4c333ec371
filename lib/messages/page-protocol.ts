/** Messages into a page's content script, from the background and the side panel. Types and names only. */
import { browser } from 'wxt/browser';
import type { OutputStatus } from './replies.ts';

/** One output of a frame as `outputs.list` answers it, in page order. */
export interface ListedOutput {
  /** The same for every version of one answer, within its frame and across visits where the tool has ids. */
  id: string;
  text: string;
  state: 'streaming' | 'complete';
  tool: string;
  evidence: string[];
  startedAt: string;
  completedAt?: string;
}

/** Every message into a page: what it holds, and what it answers. */
export interface PageMessages {
  /** The outputs of this frame. */
  'outputs.list': { body: object; reply: ListedOutput[] };
  /** New statuses of outputs that this frame may hold. */
  'status.change': { body: { statuses: OutputStatus[] }; reply: null };
  /** Scroll to an output and mark it; answers whether it was there. */
  'output.reveal': { body: { outputId: string }; reply: boolean };
  /** How this frame is to be read has changed: ask again. */
  'reading.change': { body: object; reply: null };
  /** A person wants to say of a text in this frame whether it is AI text: of what is selected, or of what is picked. */
  'teach.begin': { body: { way: 'is' | 'isNot' | 'pick' }; reply: null };
  /** The person is done in another frame. */
  'teach.stop': { body: object; reply: null };
  /** A compose frame was closed: the card shows again what was stored. */
  'compose.closed': { body: { saved: boolean }; reply: null };
}
export type PageMessageName = keyof PageMessages;

/** Sends to one frame of a tab. Rejects when no content script is there. */
export function sendToFrame<K extends PageMessageName>(
  tabId: number,
  frameId: number,
  type: K,
  body: PageMessages[K]['body'],
): Promise<PageMessages[K]['reply']> {
  return browser.tabs.sendMessage(tabId, { type, ...body }, { frameId });
}
