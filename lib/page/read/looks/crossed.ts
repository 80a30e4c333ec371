/** A line that a style draws through words with a part of its own, where others say `line-through`. */

/**
 * Whether such a line goes through the words of an element from end to end, near the middle of their height. Above or below it is
 * drawn under words, or between things; behind a part with a ground of its own it frames a heading, and that has no words itself.
 * The one place where a length as it was laid out is asked for: of a part without words, in a box that others are placed by.
 */
export const isCrossed = (element: Element, { position }: CSSStyleDeclaration): boolean =>
  position !== 'static' &&
  hasWords(element) &&
  (['::before', '::after'] as const).some((part) => isLineThrough(getComputedStyle(element, part)));

const hasWords = ({ childNodes }: Element): boolean =>
  Array.from(childNodes).some((node) => node instanceof Text && /\S/.test(node.data));

/** Pixels: a thicker one hides the words. */
const THICKEST = 4;
/** Pixels by which it may end before the words do. */
const SHORT = 4;

function isLineThrough(style: CSSStyleDeclaration): boolean {
  if (style.content !== '""' || style.position !== 'absolute' || style.display === 'none') return false;
  if (style.visibility !== 'visible' || style.opacity === '0' || !hasColour(style)) return false;
  const [height, top, bottom, left, right] = [style.height, style.top, style.bottom, style.left, style.right].map(
    Number.parseFloat,
  ) as [number, number, number, number, number];
  const thick = height + edgesOf(style);
  const middle = (top + thick / 2) / (top + thick + bottom);
  return thick > 0 && thick <= THICKEST && Math.max(left, right) <= SHORT && middle > 0.35 && middle < 0.65;
}

const edgesOf = ({ borderTopWidth, borderBottomWidth }: CSSStyleDeclaration): number =>
  Number.parseFloat(borderTopWidth) + Number.parseFloat(borderBottomWidth);

/** A border has a colour where it has a width; a ground may have none, or be painted. */
const hasColour = (style: CSSStyleDeclaration): boolean =>
  edgesOf(style) > 0 || style.backgroundImage !== 'none' || !/^rgba.*, 0\)$|\/ 0\)$/.test(style.backgroundColor);
