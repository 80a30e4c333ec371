/** Where the card stands: beside the answer's text wherever there is room for it, else beside its badge. */

/** Space kept to the edges of the window, and to what the card stands beside. */
const EDGE = 8;
const GAP = 6;

/** What of a box is needed to stand beside it; in viewport pixels. */
type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;
interface Size {
  width: number;
  height: number;
}
interface Place {
  left: number;
  top: number;
}

/** The nearest place at which the card is within the window. */
export const withinWindow = ({ left, top }: Place, card: Size, window: Size): Place => ({
  left: Math.max(EDGE, Math.min(left, window.width - EDGE - card.width)),
  top: Math.max(EDGE, Math.min(top, window.height - EDGE - card.height)),
});

/** Where the card stands that is opened at `badge`, for an answer whose text is in `text`. */
export function placeCard(card: Size, window: Size, badge: Box, text: Box): Place {
  const left = columnBeside(card, window, badge, text);
  if (left !== undefined) return withinWindow({ left, top: rowAt(card, window, badge) }, card, window);
  const end = badge.right - card.width;
  if (text.bottom + GAP + card.height <= window.height - EDGE)
    return withinWindow({ left: end, top: text.bottom + GAP }, card, window);
  if (text.top - GAP - card.height >= EDGE)
    return withinWindow({ left: end, top: text.top - GAP - card.height }, card, window);
  return withinWindow({ left: end, top: rowAt(card, window, badge) }, card, window);
}

/** To the right of the text, on the side where its badge is, else to the left; undefined where there is no room. */
function columnBeside({ width }: Size, window: Size, badge: Box, text: Box): number | undefined {
  const last = window.width - EDGE - width;
  if (text.right + GAP <= last) return Math.max(text.right + GAP, Math.min(badge.left, last));
  const before = text.left - GAP - width;
  return before >= EDGE ? before : undefined;
}

/** Below the badge, else above it; where neither has room, as low as the window lets it. */
function rowAt({ height }: Size, window: Size, badge: Box): number {
  const below = badge.bottom + GAP;
  if (below + height <= window.height - EDGE) return below;
  const above = badge.top - GAP - height;
  return above >= EDGE ? above : below;
}
