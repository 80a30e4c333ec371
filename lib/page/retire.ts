/**
 * One watcher a frame. A newer script of ours (after an update, or injected twice) retires the older one through the
 * isolated world. The framework's own way, a DOM event, can be forged by any page, so nothing here listens to it.
 */
const KEY = Symbol.for('countersign.retire');
const world = globalThis as { [KEY]?: AbortController };

/** Retires the watcher of this frame, if there is one, and gives the signal that will retire the new one. */
export function retirePrevious(): AbortSignal {
  world[KEY]?.abort();
  const controller = new AbortController();
  world[KEY] = controller;
  return controller.signal;
}
