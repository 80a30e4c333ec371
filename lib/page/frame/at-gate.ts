/**
 * Whether the box of the gate stands open in this frame: nothing of ours is put over that. Both run in the isolated world of the
 * frame, which the page cannot see.
 */
const KEY = Symbol.for('countersign.atGate');
const world = globalThis as { [KEY]?: (() => boolean) | undefined };

export function offerAtGate(isOpen: () => boolean, signal: AbortSignal): void {
  world[KEY] = isOpen;
  signal.addEventListener('abort', () => {
    if (world[KEY] === isOpen) world[KEY] = undefined;
  });
}

export const isAtGate = (): boolean => world[KEY]?.() ?? false;
