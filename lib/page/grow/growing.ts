/**
 * What comes into a page after a prompt was sent: the prompt itself, and text that grows after it. Watched only until the
 * answer is found, so that it costs nothing while all is well.
 */

import { OWN_ATTRIBUTE } from '../frame/bus.ts';
import type { Root } from '../ground/tree.ts';
import { innermost } from '../prompt/echo.ts';
import { OwnWords } from '../prompt/own-words.ts';
import { isEditable } from '../prompt/typed.ts';

/** Changes of one moment are one step. */
const STEP_MS = 60;
/** Places that are remembered. */
const MOST_PLACES = 200;

export class Growing {
  readonly #prompt: OwnWords;
  readonly #observer: MutationObserver;
  readonly #places = new Map<Element, number>();
  #echo: Element | undefined;
  #stepMs = 0;
  /** Looks in which text came. */
  steps = 0;
  /** When text last came. */
  changedMs = performance.now();

  constructor(prompt: string, roots: Iterable<Root>) {
    this.#prompt = new OwnWords(prompt);
    this.#observer = new MutationObserver((records) => {
      for (const record of records) this.#look(record);
    });
    for (const root of roots)
      this.#observer.observe(root, {
        childList: true,
        subtree: true,
        characterData: true,
        characterDataOldValue: true,
      });
  }

  stop(): void {
    this.#observer.disconnect();
  }

  /** Whether the prompt turned up in the page. */
  get echoed(): boolean {
    return this.#echo !== undefined;
  }

  /** Characters that came after the prompt, in the page's order. */
  get gained(): number {
    let sum = 0;
    for (const [element, gained] of this.#places) if (this.#follows(element)) sum += gained;
    return sum;
  }

  #follows(element: Element): boolean {
    if (!this.#echo || !element.isConnected) return false;
    if (this.#echo.getRootNode() !== element.getRootNode()) return true;
    const order = this.#echo.compareDocumentPosition(element);
    return (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 || (order & Node.DOCUMENT_POSITION_CONTAINS) !== 0;
  }

  #look({ type, target, oldValue, addedNodes, removedNodes }: MutationRecord): void {
    const element = target instanceof Element ? target : target.parentElement;
    if (!element || isEditable(element) || element.hasAttribute(OWN_ATTRIBUTE)) return;
    if (type === 'characterData') {
      this.#hear(element, target);
      return this.#grow(element, (target.textContent?.length ?? 0) - (oldValue?.length ?? 0));
    }
    let gained = 0;
    for (const node of addedNodes) gained += this.#hear(element, node) ? 0 : lengthOf(node);
    for (const node of removedNodes) gained -= lengthOf(node);
    this.#grow(element, gained);
  }

  /** Takes what shows the prompt, and little else, for the prompt. */
  #hear(parent: Element, node: Node): boolean {
    const content = node.textContent ?? '';
    if (content.length > this.#prompt.longestShown) return false;
    const how = this.#prompt.shownIn(content);
    if (how !== 'all' && how !== 'start') return false;
    if (node instanceof Element && isEditable(node)) return false;
    this.#echo = innermost(node instanceof Element ? node : parent, this.#prompt);
    return true;
  }

  #grow(element: Element, gained: number): void {
    if (gained === 0) return;
    this.#places.set(element, Math.max(0, (this.#places.get(element) ?? 0) + gained));
    if (this.#places.size > MOST_PLACES)
      for (const place of this.#places.keys()) return void this.#places.delete(place);
    if (gained < 0) return;
    this.changedMs = performance.now();
    if (this.changedMs - this.#stepMs < STEP_MS) return;
    this.#stepMs = this.changedMs;
    this.steps++;
  }
}

const NO_TEXT = /^(script|style|template|noscript|textarea)$/i;

const lengthOf = (node: Node): number =>
  node instanceof Element && (NO_TEXT.test(node.tagName) || node.hasAttribute(OWN_ATTRIBUTE))
    ? 0
    : (node.textContent?.length ?? 0);
