/** Where a badge stands: beside its output's text, or on it. */

import type { Found } from '../detect/found.ts';
import { BADGE_WIDTH } from './badge-look.ts';
import type { Layer } from './layer.ts';

/** Room between a badge and the text or the edge of what scrolls. */
const GAP = 8;

/** A badge's place on its layer, in whole px. Reads boxes, so it is called where the page has been laid out. */
export function badgePlace(found: Found, layer: Layer): { left: number; top: number } {
  const [box, origin] = [boxOf(found).getBoundingClientRect(), layer.origin()];
  // Beside the text where there is room, so that no word is covered; else on the upper edge of it.
  const room = layer.right() - box.right;
  const beside = room >= BADGE_WIDTH + 2 * GAP;
  const left = beside ? box.right + GAP : Math.max(box.left, Math.min(box.right, layer.right()) - BADGE_WIDTH - GAP);
  const top = Math.max(beside ? box.top : box.top - 20, layer.top());
  return { left: Math.round(left - origin.left), top: Math.round(top - origin.top) };
}

/** The element with the text; a page may have drawn it anew since it was read. */
export const boxOf = ({ box, turn }: Found): Element => (box.isConnected ? box : turn);
