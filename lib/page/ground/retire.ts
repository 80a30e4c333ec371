/**
 * One watcher a frame. A newer script of ours (after an update, or injected twice) retires the older one through the
 * isolated world, where both share it. After an update they may not: then the older one, which has lost its extension,
 * retires itself as soon as it sees the page change, and the newer one changes it by clearing what was left there. The
 * framework's own way, a DOM event, can be forged by any page, so nothing here listens to it.
 */
import { browser } from 'wxt/browser';
import { OWN_ATTRIBUTE } from '../frame/bus.ts';

const KEY = Symbol.for('countersign.retire');
const world = globalThis as { [KEY]?: AbortController };

/** Retires the watcher of this frame, if there is one, and gives the signal that will retire the new one. */
export function retirePrevious(): AbortSignal {
  world[KEY]?.abort();
  const controller = new AbortController();
  world[KEY] = controller;
  clearLeftovers(document);
  return controller.signal;
}

/** Takes out what an earlier script of ours left in a tree that this one has not drawn in yet. */
export function clearLeftovers(root: ParentNode): void {
  for (const element of root.querySelectorAll(`[${OWN_ATTRIBUTE}]`)) element.remove();
}

/** Retires the watcher whose extension was updated, reloaded or removed under it; answers whether it was. */
export function retireOrphan(): boolean {
  const controller = world[KEY];
  if (!controller || browser.runtime?.id) return false;
  controller.abort();
  return true;
}
