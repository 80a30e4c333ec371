/** The order of a page, through shadow roots. */
import type { Found } from '../detect/found.ts';
import type { Root } from '../detect/turns.ts';

export const rootOf = (node: Node): Root => node.getRootNode() as Root;

/** Whether two elements stand for the same place, through shadow roots. */
export const overlap = (a: Element, b: Element): boolean => isIn(a, b) || isIn(b, a);

function isIn(inner: Node, outer: Element): boolean {
  if (outer.contains(inner)) return true;
  const root = inner.getRootNode();
  return root instanceof ShadowRoot && isIn(root.host, outer);
}

/** In document order; what stands in a shadow root counts where its host stands. */
export function inPageOrder(outputs: Found[]): Found[] {
  const places = new Map(outputs.map((found) => [found, pathTo(found.turn)]));
  return outputs.sort((a, b) => compare(places.get(a) ?? [], places.get(b) ?? []));
}

/** An element, before it the hosts of the shadow roots that it stands in, outermost first. */
function pathTo(element: Element): Element[] {
  const path = [element];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    path.unshift(root.host);
  return path;
}

function compare(a: readonly Element[], b: readonly Element[]): number {
  const at = a.findIndex((element, index) => element !== b[index]);
  const [left, right] = [a[at], b[at]];
  if (!left || !right) return a.length - b.length;
  // Browsers walk from one to the other, and see neighbours in this order at once.
  return left.compareDocumentPosition(right) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
