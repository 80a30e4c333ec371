/** Where a badge stands: beside its output's text, or on it. */

import type { Found } from '../detect/found.ts';
import { BADGE_HEIGHT, BADGE_WIDTH } from './badge-look.ts';
import { boxOf } from './box.ts';
import type { Layer } from './layer.ts';

/** Room between a badge and the text or the edge of what scrolls. */
const GAP = 8;

/**
 * The track of a badge on its layer, in whole px: from where the badge stands to the end of its answer. Reads boxes, so it
 * is called where the page has been laid out.
 */
export function trackStyle(found: Found, layer: Layer): string {
  const [box, origin] = [boxOf(found).getBoundingClientRect(), layer.origin()];
  // Beside the text where there is room, so that no word is covered; else on the upper edge of it.
  const room = layer.right() - box.right;
  const beside = room >= BADGE_WIDTH + 2 * GAP;
  const left = beside ? box.right + GAP : Math.max(box.left, Math.min(box.right, layer.right()) - BADGE_WIDTH - GAP);
  const first = Math.max(beside ? box.top : box.top - 20, layer.top());
  // A layer that follows is placed anew as the page scrolls: there the track is no longer than its badge.
  const top = layer.fixed ? Math.min(first, box.bottom - BADGE_HEIGHT) : first;
  const height = layer.fixed ? BADGE_HEIGHT : Math.max(BADGE_HEIGHT, box.bottom - top);
  return `left:${Math.round(left - origin.left)}px;top:${Math.round(top - origin.top)}px;height:${Math.round(height)}px`;
}
