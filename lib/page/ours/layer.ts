/**
 * The layer that badges stand on: one host element inside the scrolling content, so that it moves with the page's own
 * scrolling and costs nothing per frame. Where that would move anything in the page, it is a fixed layer that follows.
 */
import { parentOf } from '../ground/tree.ts';
import { closedHost } from './host.ts';

/** `!important` inside a shadow root wins over any rule of the page. */
const HOST_CSS = (position: 'absolute' | 'fixed') => `:host { all: initial !important; position: ${position} !important;
  top: 0 !important; left: 0 !important; width: 0 !important; height: 0 !important; z-index: 2147483000 !important }`;

/** Nearest ancestor that scrolls, through shadow roots; the document's own scroller is `document.documentElement`. */
export function scrollerOf(element: Element): Element {
  for (let node = boxAround(element); node; node = boxAround(node)) {
    if (node === document.body || node === document.documentElement) break;
    if (/auto|scroll|overlay/.test(getComputedStyle(node).overflowY)) return node;
  }
  return document.documentElement;
}

/** What an element is laid out in: where it was put into a slot, that. */
const boxAround = (element: Element): Element | undefined => element.assignedSlot ?? parentOf(element);

export class Layer {
  readonly shadow: ShadowRoot;
  readonly #host: HTMLElement;
  readonly #scroller: Element;
  #home: Element;
  readonly #style: HTMLStyleElement;
  readonly #css: string;
  #isFixed = false;
  #returns = 0;
  /** How the page lay before the host was put in, until that was compared with how it lies now. */
  #before: { turn: Element; lies: string } | undefined;

  /** Makes the layer for the scroller that `turn` scrolls in; `css` is the look of what stands on it. */
  constructor(turn: Element, css: string, signal: AbortSignal) {
    const { host, shadow, style } = closedHost('', signal);
    this.#host = host;
    this.shadow = shadow;
    this.#style = style;
    this.#css = css;
    this.#scroller = scrollerOf(turn);
    const inside = homeIn(this.#scroller, turn);
    this.#home = inside ?? document.documentElement;
    this.#place(inside ? 'absolute' : 'fixed');
    if (inside) this.#before = { turn, lies: this.#lies(turn) };
    this.#home.append(this.#host);
  }

  /** True where the layer does not scroll with the content. */
  get fixed(): boolean {
    return this.#isFixed;
  }

  #place(position: 'absolute' | 'fixed'): void {
    this.#isFixed = position === 'fixed';
    this.#style.textContent = HOST_CSS(position) + this.#css;
  }

  /**
   * Sees whether the host moved anything in the page, and goes above the page where it did. Called where the page has been
   * laid out, before it is painted: then looking costs nothing, and nobody sees it.
   */
  settle(): void {
    const { turn, lies } = this.#before ?? {};
    this.#before = undefined;
    if (!turn || this.#lies(turn) === lies) return;
    // The page may have moved it by itself meanwhile: without the host it lies as with it then.
    const withHost = this.#lies(turn);
    this.#host.remove();
    if (this.#lies(turn) !== withHost) {
      this.#home = document.documentElement;
      this.#place('fixed');
    }
    this.#home.append(this.#host);
  }

  /** Where a turn is, and how much there is to scroll. */
  #lies(turn: Element): string {
    const { top, left, width } = turn.getBoundingClientRect();
    return [top, left, width, this.#scroller.scrollHeight].join();
  }

  /** Where the layer's origin is in the viewport. */
  origin(): DOMRect {
    return this.#host.getBoundingClientRect();
  }

  /** The highest place at which something on it can be seen: the top of its scroller's content. */
  top(): number {
    if (this.fixed) return this.#scroller.getBoundingClientRect().top;
    const top = this.#scroller === document.documentElement ? 0 : this.#scroller.getBoundingClientRect().top;
    return top - this.#scroller.scrollTop + 1;
  }

  /** The right edge of what can be seen of the content, without its scroll bar. */
  right(): number {
    const left = this.#scroller === document.documentElement ? 0 : this.#scroller.getBoundingClientRect().left;
    return left + this.#scroller.clientLeft + this.#scroller.clientWidth;
  }

  /** Comes back when the page's own rendering swept the host away; a page that keeps at it wins, but not our time. */
  ensure(): void {
    if (this.#host.isConnected || this.#returns > 1_000 || !this.#home.isConnected) return;
    this.#returns++;
    this.#home.append(this.#host);
  }

  /** Whether the layer can still be used: its home is in the page. */
  get alive(): boolean {
    return this.#home.isConnected;
  }

  remove(): void {
    this.#host.remove();
  }
}

/**
 * The element that the host goes into: one whose positioned box scrolls with the turn, or undefined where there is
 * none. An absolutely positioned child is placed by the nearest positioned ancestor, so it must be within the scroller.
 */
function homeIn(scroller: Element, turn: Element): Element | undefined {
  if (scroller === document.documentElement) return scroller;
  let home: Element | undefined;
  for (let node = boxAround(turn); node; node = boxAround(node)) {
    const { position, display } = getComputedStyle(node);
    if (position !== 'static' && display !== 'contents' && display !== 'inline') home = node;
    if (node === scroller) break;
  }
  return home;
}
