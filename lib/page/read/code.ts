/** Numbers of lines beside code, which nobody wrote. */
import { styleOf } from './looks/look.ts';
import type { WalkPlace } from './walk.ts';

/** Names by which pages call them. */
const GUTTER =
  /(?:^|[\s_-])(?:line-?(?:number|no|num)s?|lineno|ln-num(?:bers?)?|gutters?|blob-num|margin-view-overlays)(?:[\s_-]|$)/i;

/** By which a style writes them, so that nobody copies them. */
const NUMBERED = ['data-line-number', 'data-lineno', 'data-line-num'];

export const isNamedGutter = (element: Element): boolean =>
  GUTTER.test(element.getAttribute('class') ?? '') || NUMBERED.some((attribute) => element.hasAttribute(attribute));

/** Whether an element holds nothing but numbers of lines. */
export function isGutter(element: Element, { code }: WalkPlace): boolean {
  const isNamed = isNamedGutter(element);
  if (!isNamed && (!code || !/^\s*\d+[\s|│.:]*$/.test(element.textContent ?? ''))) return false;
  return isNamed ? !/[^\d\s|│.:]/.test(element.textContent ?? '') : styleOf(element)?.userSelect === 'none';
}
