/** Which outputs a selection touches, wherever it begins and ends, and what of their text. */
import type { Found } from '../detect/found.ts';
import { hostOf } from '../ground/tree.ts';

/** What a selection touches. Live ranges are few: the browser goes through each at every later change of the page. */
class Touched {
  readonly #range: AbstractRange;
  /** The selection as it stands in each tree; undefined in one that it does not reach. */
  readonly #inTree = new Map<Node, Range | undefined>();

  constructor(range: AbstractRange) {
    this.#range = range;
  }

  /** The part of it that lies in an output; undefined where none of its text does. */
  partIn(turn: Element): Range | undefined {
    for (let at = turn; ; ) {
      const root = at.getRootNode();
      const part = this.#within(at, root);
      // The host of its shadow root is selected as a whole: then so is what is in it.
      if (part) return at === turn ? part : wholeOf(turn);
      if (!(root instanceof ShadowRoot)) return undefined;
      at = root.host;
    }
  }

  #within(element: Element, root: Node): Range | undefined {
    const selected = this.#selectedIn(root);
    if (!selected?.intersectsNode(element)) return undefined;
    const part = wholeOf(element);
    if (selected.compareBoundaryPoints(Range.START_TO_START, part) > 0)
      part.setStart(selected.startContainer, selected.startOffset);
    if (selected.compareBoundaryPoints(Range.END_TO_END, part) < 0)
      part.setEnd(selected.endContainer, selected.endOffset);
    return part.collapsed || (element.shadowRoot === null && part.toString().trim() === '') ? undefined : part;
  }

  #selectedIn(root: Node): Range | undefined {
    if (!this.#inTree.has(root)) this.#inTree.set(root, seenFrom(root, this.#range));
    return this.#inTree.get(root);
  }
}

/** A range as it stands in a tree, whose shadow roots are lifted to their hosts. */
function seenFrom(root: Node, range: AbstractRange): Range | undefined {
  const [start, end] = [liftedTo(range.startContainer, root), liftedTo(range.endContainer, root)];
  if (!start || !end) return undefined;
  const selected = document.createRange();
  if (start === range.startContainer) selected.setStart(start, range.startOffset);
  else selected.setStartBefore(start);
  if (end === range.endContainer) selected.setEnd(end, range.endOffset);
  else selected.setEndAfter(end);
  return selected;
}

/** Where a selection stands, seen through the shadow roots of these outputs; undefined where nothing is selected. */
export function touchedOf(found: readonly Found[]): Touched | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const shadowRoots = [...new Set(found.flatMap(({ turn }) => rootsAround(turn)))];
  const [composed] = selection.getComposedRanges?.({ shadowRoots }) ?? [];
  const range = composed ?? selection.getRangeAt(0);
  return range.collapsed ? undefined : new Touched(range);
}

function rootsAround(turn: Element): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let root = turn.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
  return roots;
}

function wholeOf(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

/** A node, or the host of the tree that it stands in, as it stands in another tree. */
function liftedTo(node: Node, root: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = hostOf(at)) if (at.getRootNode() === root) return at;
  return undefined;
}

/** What is selected in the field that an event is about: that is no selection of the page. Undefined where it is about none. */
export function selectedInField(event: Event): string | undefined {
  const field = event.composedPath()[0];
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return undefined;
  try {
    const { selectionStart, selectionEnd, value } = field;
    return selectionStart === null || selectionEnd === null ? undefined : value.slice(selectionStart, selectionEnd);
  } catch (error) {
    // Some kinds of input do not say.
    console.debug('Countersign:', error instanceof Error ? error.name : '');
    return undefined;
  }
}
