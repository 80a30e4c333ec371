/** The document and the shadow roots in it, as they are found: also those that come later. */
import { Slices } from './schedule.ts';
import { awaitShadow, shadowOf } from './shadow.ts';
import type { Root } from './tree.ts';

/** Elements that are asked for their shadow roots at once. */
const STEP = 400;

export class Roots {
  readonly all = new Set<Root>();
  readonly #opened: (root: Root, isNew: boolean) => void;
  readonly #signal: AbortSignal;
  readonly #steps: Slices<() => boolean>;

  /** `opened` is told of each root once, and whether it came while we watched. */
  constructor(opened: (root: Root, isNew: boolean) => void, signal: AbortSignal) {
    this.#opened = opened;
    this.#signal = signal;
    this.#steps = new Slices((step) => step(), 0, signal);
  }

  open(root: Root, isNew: boolean): void {
    if (this.all.has(root)) return;
    this.all.add(root);
    this.#opened(root, isNew);
    for (const element of root.children) this.openWithin(element, isNew);
  }

  /** Looks for shadow roots in an element that came, or was there: a step at a time, since it may hold a whole page. */
  openWithin(parent: Element, isNew: boolean): void {
    if (isNew && !parent.firstElementChild) return this.#openAt(parent, isNew);
    // Node by node: a list of all elements of a long page takes longer to make than a task may last.
    const walker = document.createTreeWalker(parent, NodeFilter.SHOW_ELEMENT);
    const step = () => {
      for (let count = 0; count < STEP; count++) {
        this.#openAt(walker.currentNode as Element, isNew);
        if (!walker.nextNode()) return false;
      }
      // What was taken out meanwhile leads nowhere: from the top again.
      if (!walker.currentNode.isConnected) walker.currentNode = parent;
      return parent.isConnected;
    };
    if (!isNew || step()) this.#steps.add(step); // the script's own start is a task already
  }

  #openAt(element: Element, isNew: boolean): void {
    const shadow = shadowOf(element);
    if (shadow) this.open(shadow, isNew);
    // A component's script may come after its element, and fills it without a change that we could see.
    else if (element.tagName.includes('-')) awaitShadow(element, (root) => this.open(root, true), this.#signal);
  }
}
