/** What the passage script offers to the detector. It is injected when first needed: most pages never do. */
import { findBus } from '../frame/bus.ts';
import { selectedPassage } from './selection.ts';
import { Shower } from './show.ts';

/** Offers it on this frame's bus, once. */
export function offerPassages(): void {
  const bus = findBus();
  if (!bus || bus.passages) return;
  bus.passages = {
    selected: selectedPassage,
    view: (turns, pressed) => new Shower(turns, pressed, bus.signal),
  };
}
