/** Comes into a frame when somebody filled in a brief in the panel. */
import { browser } from 'wxt/browser';
import { fillComposer } from './fill.ts';

const KEY = Symbol.for('countersign.brief');
const world = globalThis as { [KEY]?: boolean };

/** Listens for a prompt to be put in. Once: the same script may be put into a frame several times. */
export function hearBriefs(): void {
  if (world[KEY]) return;
  world[KEY] = true;
  browser.runtime.onMessage.addListener((message: unknown, _, reply: (put: boolean) => void) => {
    const { type, text } = (message ?? {}) as { type?: unknown; text?: unknown };
    if (type !== 'brief.fill' || typeof text !== 'string') return undefined;
    reply(fillComposer(text));
    return true;
  });
}
