/** Shadow roots: open ones, closed ones where the browser lets extensions see them, and those that come later. */

import { Slices } from './schedule.ts';

/** A shadow root of an element, also a closed one where the browser lets extensions see it. */
export function shadowOf(host: Element): ShadowRoot | null {
  if (host.shadowRoot) return host.shadowRoot;
  const firefox = (host as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (firefox) return firefox;
  if (!(host instanceof HTMLElement) || !mayHideRoot(host)) return null;
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot?(host: HTMLElement): ShadowRoot | null } };
  };
  return chrome?.dom?.openOrClosedShadowRoot?.(host) ?? null;
}

/** Chromium's way of asking is slow, so only what looks like a host is asked: a component, or an element with nothing in it. */
const mayHideRoot = (element: HTMLElement): boolean => element.tagName.includes('-') || isBare(element);
/** Asked in this order: the text of what holds a page is the text of the page. */
const isBare = (element: HTMLElement): boolean =>
  element.firstElementChild === null && !/\S/.test(element.textContent ?? '');

/** When a component without a root is looked at again: its script may come after it, and gives no sign when it does. */
const LOOKS_MS = [50, 250, 1_000, 4_000];
/** Tells of the shadow root of a component that has none yet, each time it is looked for and there. */
export function awaitShadow(element: Element, opened: (root: ShadowRoot) => void, signal: AbortSignal): void {
  for (const delayMs of LOOKS_MS) {
    const timer = setTimeout(() => {
      const root = element.isConnected ? shadowOf(element) : null;
      if (root) opened(root);
    }, delayMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
}

/** Elements that are looked through between two breaths. */
const STEP = 400;

/** Finds the shadow roots in elements, deeper and deeper as each is opened by whoever is told of it. */
export class Hosts {
  readonly #found: (root: ShadowRoot, host: Element) => void;
  readonly #signal: AbortSignal;
  /** Components that had no root when they were seen; those of one moment are looked at together. */
  #waiting: Set<Element> | undefined;
  readonly #steps: Slices<() => boolean>;

  constructor(found: (root: ShadowRoot, host: Element) => void, signal: AbortSignal) {
    this.#found = found;
    this.#signal = signal;
    this.#steps = new Slices((step) => step(), 0, signal);
  }

  /** Looks through an element, itself included. Costs by the size of it, so it is for what was added. */
  look(top: Element): void {
    this.#ask(top);
    if (top.firstElementChild) for (const element of top.querySelectorAll('*')) this.#ask(element);
  }

  /** Looks through a whole tree, a step at a time, the first one at once. */
  lookThrough(root: ParentNode): void {
    const all = root.querySelectorAll('*');
    let at = 0;
    const step = () => {
      for (const end = at + STEP; at < end; at++) {
        const element = all[at];
        if (!element) return false;
        this.#ask(element);
      }
      return true;
    };
    if (step()) this.#steps.add(step);
  }

  #ask(element: Element): void {
    const root = shadowOf(element);
    if (root) return this.#found(root, element);
    if (element.tagName.includes?.('-')) this.#askLater(element); // a form's field may be called `tagName`
  }

  #askLater(element: Element): void {
    if (!this.#waiting) {
      this.#waiting = new Set();
      this.#again(this.#waiting, 0);
    }
    this.#waiting.add(element);
  }

  #again(waiting: Set<Element>, look: number): void {
    const delayMs = LOOKS_MS[look];
    if (delayMs === undefined) return;
    const timer = setTimeout(() => {
      if (this.#waiting === waiting) this.#waiting = undefined;
      for (const element of waiting) {
        const root = shadowOf(element);
        if (root || !element.isConnected) waiting.delete(element);
        if (root) this.#found(root, element);
      }
      this.#signal.removeEventListener('abort', stop);
      if (waiting.size > 0) this.#again(waiting, look + 1);
    }, delayMs);
    const stop = () => clearTimeout(timer);
    this.#signal.addEventListener('abort', stop);
  }
}
