/** From a selection in the page to a passage of the output's text as it was read. */
import type { Passage } from '../../domain/anchoring/anchor.ts';
import type { Found } from '../detect/found.ts';
import type { Turns } from '../detect/turns.ts';
import { readCanonical } from '../read/port.ts';
import type { Piece, TextReading } from '../read/reading.ts';
import { passageAt } from './quote.ts';

/** The part of `found` that is selected now, or undefined where none of it is. */
export function selectedPassage(found: Found, turns: Turns): Passage | undefined {
  const range = selectedRange(found);
  if (!range) return undefined;
  const reading = readCanonical(turns.prose(found.turn), turns.profile.exclude);
  const bounds = reading && boundsOf(range, reading);
  return bounds && passageAt(reading.raw, bounds.start, bounds.end);
}

function selectedRange({ turn, root }: Found): StaticRange | Range | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const shadows = root instanceof ShadowRoot ? [root] : [];
  const [composed] = composedRanges(selection, shadows);
  const range = composed ?? selection.getRangeAt(0);
  const touches = range.collapsed ? false : turn.contains(range.startContainer) || turn.contains(range.endContainer);
  return touches ? range : undefined;
}

/** `getComposedRanges` sees into shadow roots; older browsers do not have it, nor Chromium's older form of the call. */
function composedRanges(selection: Selection, shadowRoots: ShadowRoot[]): StaticRange[] {
  const ask = (selection as { getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[] })
    .getComposedRanges;
  return ask?.call(selection, { shadowRoots }) ?? [];
}

/** Offsets in `raw` of the part of the reading that lies in the range, or undefined where none does. */
function boundsOf(range: AbstractRange, { pieces }: TextReading): { start: number; end: number } | undefined {
  let start: number | undefined;
  let end: number | undefined;
  for (const piece of pieces) {
    const inside = overlap(piece, range);
    if (!inside) continue;
    start ??= piece.start + inside.from;
    end = piece.start + inside.to;
  }
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

function overlap({ node, length }: Piece, range: AbstractRange): { from: number; to: number } | undefined {
  if (node instanceof Element) return isTouched(node, range) ? { from: 0, to: length } : undefined;
  const from = range.startContainer === node ? range.startOffset : isAfter(node, range, 'start') ? 0 : length;
  const to = range.endContainer === node ? range.endOffset : isAfter(node, range, 'end') ? 0 : length;
  return from < to ? { from, to } : undefined;
}

/** What no text node holds is selected as a whole, wherever in it a selection begins or ends. */
const isTouched = (node: Element, range: AbstractRange): boolean =>
  node.contains(range.startContainer) ||
  node.contains(range.endContainer) ||
  (isAfter(node, range, 'start') && !isAfter(node, range, 'end'));

/** Whether a whole node lies after the range's start or end. */
function isAfter(node: Node, range: AbstractRange, side: 'start' | 'end'): boolean {
  const container = side === 'start' ? range.startContainer : range.endContainer;
  const offset = side === 'start' ? range.startOffset : range.endOffset;
  const child = container.childNodes[offset];
  if (child) return child === node || child.contains(node) || isFollowing(child, node);
  return !container.contains(node) && isFollowing(container, node);
}

const isFollowing = (reference: Node, node: Node): boolean =>
  (reference.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
