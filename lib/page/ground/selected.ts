/** What is selected or pointed at, through shadow roots. */
import { shadowOf } from './shadow.ts';

/** The innermost element that holds all that is selected, or undefined where nothing is. */
export function selectedElement(): Element | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  let range: AbstractRange = selection.getRangeAt(0);
  // Each root in which the selection is seen to stand may have one below it that it stands in.
  for (const shadows: ShadowRoot[] = []; ; ) {
    const shadow = shadowBelow(range);
    if (!shadow || shadows.includes(shadow)) break;
    shadows.push(shadow);
    const [composed] = selection.getComposedRanges?.({ shadowRoots: shadows }) ?? [];
    if (!composed) break;
    range = composed;
  }
  return range.collapsed ? undefined : commonElement(range);
}

/** The shadow root of the host at a range's start: browsers tell no more of a selection inside than its host. */
function shadowBelow({ startContainer, startOffset }: AbstractRange): ShadowRoot | undefined {
  const child = startContainer.childNodes[startOffset] ?? startContainer;
  return (child instanceof Element && shadowOf(child)) || undefined;
}

function commonElement({ startContainer, endContainer }: AbstractRange): Element | undefined {
  let node: Node | null = startContainer;
  while (node && !(node instanceof Element && node.contains(endContainer))) node = node.parentNode;
  if (node) return node as Element;
  return startContainer instanceof Element ? startContainer : (startContainer.parentElement ?? undefined);
}

/** The innermost element at a point of the viewport, also in closed shadow roots. */
export function elementAt(x: number, y: number): Element | undefined {
  let element = document.elementFromPoint(x, y);
  for (let shadow = element && shadowOf(element); element && shadow; shadow = shadowOf(element)) {
    const inner = shadow.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  return element ?? undefined;
}
