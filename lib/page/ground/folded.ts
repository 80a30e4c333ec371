/** What stands in a page and is shut, or is there for screen readers alone: nobody sees it. Asks for layout, so of few elements, when something is learned. */
import { parentOf } from './tree.ts';

/** Whether an element within `top` is not drawn, or stands in something without height that cuts off what it holds. */
export function isFolded(element: Element, top: Element): boolean {
  if (!element.checkVisibility()) return true;
  for (let node: Element | undefined = element; node && node !== top; node = parentOf(node))
    if (node.clientHeight <= 1 && getComputedStyle(node).overflowY !== 'visible') return true;
  return false;
}
