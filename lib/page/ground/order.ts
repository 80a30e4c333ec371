/** The order of a page, through shadow roots. */

import type { Found } from '../detect/found.ts';
import { runsBackwards } from './backwards.ts';
import { hostOf } from './tree.ts';

/** In the order in which people see them; what stands in a shadow root counts where its host stands. */
export function inPageOrder(outputs: Found[]): Found[] {
  const places = new Map(outputs.map((found) => [found, pathTo(found.turn)]));
  const sorted = outputs.sort((a, b) => compare(places.get(a) ?? [], places.get(b) ?? []));
  return isUpwards(sorted[0]?.turn, sorted.at(-1)?.turn) ? sorted.reverse() : sorted;
}

/** Whether what holds two elements draws its first part last. */
function isUpwards(first: Element | undefined, last: Element | undefined): boolean {
  let around = first?.parentElement;
  while (around && last && !around.contains(last)) around = around.parentElement;
  return first !== last && runsBackwards(around ?? null);
}

/** An element, before it the hosts of the shadow roots that it stands in, outermost first. */
function pathTo(element: Element): Element[] {
  const path = [element];
  for (let host = hostOf(element); host; host = hostOf(host)) path.unshift(host);
  return path;
}

function compare(a: readonly Element[], b: readonly Element[]): number {
  const at = a.findIndex((element, index) => element !== b[index]);
  const [left, right] = [a[at], b[at]];
  if (!left || !right) return a.length - b.length;
  // Browsers walk from one to the other, and see neighbours in this order at once.
  return left.compareDocumentPosition(right) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
