/**
 * The parts of a tree from its end back to `first`: all that comes after it, then it itself. Walked from one to the next, as
 * they stand by then.
 */
export function* backTo(first: Element): Generator<Element> {
  for (const node of aroundInRoot(first)) {
    const last = () => node.parentNode?.lastElementChild ?? null;
    for (let part = last(); part && part !== node; ) {
      yield part;
      // What was taken out meanwhile leads nowhere: from the end again.
      part = part.parentNode === node.parentNode ? part.previousElementSibling : last();
    }
  }
  yield first;
}

/** An element and all that it stands in, up to its root, from the outside in. */
function aroundInRoot(element: Element): Element[] {
  const around: Element[] = [];
  for (let node: Element | null = element; node; node = node.parentElement) around.unshift(node);
  return around;
}
