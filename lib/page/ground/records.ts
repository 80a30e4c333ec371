/**
 * What changes in a frame, for all scripts of ours that look at it. Of the document they share one observer, the detector's:
 * at each token the browser makes its records once and calls once, where two observers would cost twice that.
 */
import type { Root } from './tree.ts';

type Take = (records: readonly MutationRecord[]) => void;
/** Gives how to begin with a root; what changes in it is handed over until the signal aborts. */
type TakeRecords = (take: Take, signal: AbortSignal) => (root: Root) => void;

const ALL = { childList: true, subtree: true, characterData: true, characterDataOldValue: true };

const KEY = Symbol.for('countersign.records');
const world = globalThis as { [KEY]?: TakeRecords };

/** Lets the scripts of this frame take what changes in it. */
export function offerRecords(): void {
  const takers = new Set<Take>();
  const give = (records: readonly MutationRecord[]) => {
    for (const take of takers)
      try {
        take(records);
      } catch (error) {
        console.debug('Countersign:', error); // the others take them all the same
      }
  };
  const shared = new MutationObserver(give);
  const begin = (take: Take) => {
    const before = shared.takeRecords();
    if (before.length > 0) give(before); // for those only who were there
    if (takers.size === 0) shared.observe(document, ALL);
    takers.add(take);
  };
  world[KEY] = (take, signal) => {
    const own = new MutationObserver(take);
    signal.addEventListener('abort', () => {
      own.disconnect();
      takers.delete(take);
      if (takers.size === 0) shared.disconnect();
    });
    return (root) => {
      if (root instanceof ShadowRoot) own.observe(root, ALL);
      else if (!signal.aborted) begin(take);
    };
  };
}

/** Takes what changes in roots of this frame. */
export const takeChanges: TakeRecords = (take, signal) => {
  const takeHere = world[KEY];
  if (!takeHere) throw new Error('No detector is in this frame.');
  return takeHere(take, signal);
};
