/** What styles say of a box, where `getComputedStyle` tells how it was laid out instead. */
import { columnsAsSaid } from './columns.ts';

/** A property as a style says it. A browser without a map of styles, as Firefox, is asked how it laid the element out. */
export const styledAs = (element: Element, property: string): string | undefined =>
  (element as HTMLElement).style?.getPropertyValue(property) ||
  (element.computedStyleMap ? element.computedStyleMap().get(property)?.toString() : asLaidOut(element, property));

/** A length as styles give it, in pixels; of the window's own units as many as they are at least. */
export function lengthOf(element: Element, property: string): number | undefined {
  const [, number, unit = ''] = /^(-?[\d.]+)([a-z]+|%)$/.exec(styledAs(element, property) ?? '') ?? [];
  const pixels = UNITS[unit];
  return number === undefined || pixels === undefined ? undefined : Number.parseFloat(number) * pixels;
}

const UNITS: Readonly<Record<string, number>> = { px: 1, em: 10, rem: 10, vw: 10, vh: 5, '%': 1 };

/**
 * What a style must have said for an element to be laid out as it is. Elements that look alike are asked once: what is empty
 * has no height either, and says nothing of the next one.
 */
function asLaidOut(element: Element, property: string): string | undefined {
  const style = getComputedStyle(element);
  const value = style?.getPropertyValue(property);
  switch (property) {
    // How far it is from the left and the top tells the same, and these may be far for a small thing in a long box.
    case 'right':
    case 'bottom':
      return undefined;
    case 'height':
      return value === '0px' && element.scrollHeight === 0 ? 'auto' : value;
    case 'width':
      return value === '0px' && element.scrollWidth === 0 ? 'auto' : value;
    case 'grid-template-rows':
      return value === '0px' && Array.from(element.children).some(hasHeight) ? '0fr' : value;
    case 'grid-template-columns':
      return columnsAsSaid(element, style);
    case 'transform':
      return value && moveOf(value, element as HTMLElement);
    default:
      return value;
  }
}

const hasHeight = ({ scrollHeight }: Element): boolean => scrollHeight > 0;

/** The size and the move that a matrix holds. A move by as much as an element is wide turns to the next of several. */
function moveOf(matrix: string, { offsetWidth, offsetHeight }: HTMLElement): string {
  const numbers = /^matrix\(([^)]*)\)$/.exec(matrix)?.[1]?.split(',').map(Number.parseFloat) ?? [];
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = numbers;
  if (a === 0 && b === 0 && c === 0 && d === 0) return 'scale(0, 0)';
  return `translate(${pixels(x, offsetWidth)}, ${pixels(y, offsetHeight)})`;
}

const pixels = (moved: number, size: number): string => `${Math.abs(moved) > size + 1 ? Math.trunc(moved) : 0}px`;
