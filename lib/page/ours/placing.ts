/** Keeps the badges in view at their outputs: on a layer for each conversation, placed where the page has just been laid out. */
import type { Found } from '../detect/found.ts';
import type { Drawn } from './badge-face.ts';
import { BADGE_CSS } from './badge-look.ts';
import { trackStyle } from './badge-place.ts';
import { boxOf } from './box.ts';
import { Layer, scrollerOf } from './layer.ts';

/** How long badges may stand where they stood when something around their outputs has grown. */
const GROWTH_MS = 200;
/** And how many times as long where growth has moved none of them lately, as it moves none in most conversations. */
const MOST_PATIENCE = 4;

export class Placing {
  readonly #signal: AbortSignal;
  readonly #layers = new Map<Element, Layer>();
  readonly #shown = new Set<Drawn>();
  readonly #sizes: ResizeObserver;
  /** How high the conversations were when they were last looked at, and which have grown and are to be looked at again. */
  readonly #heights = new WeakMap<Element, number>();
  readonly #growing = new Set<Element>();
  #patience = 1;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    // Runs after the page's layout, when reading a box costs nothing.
    this.#sizes = new ResizeObserver((entries) => this.#resized(entries));
    addEventListener('resize', () => this.placeSoon(), { signal, passive: true });
    addEventListener('scroll', () => this.#followFixed(), { signal, passive: true, capture: true });
    signal.addEventListener('abort', () => {
      this.#sizes.disconnect();
      clearTimeout(this.#later);
      for (const layer of this.#layers.values()) layer.remove();
    });
  }

  /** The layer of the conversation that an output stands in. */
  layerFor({ turn }: Found): Layer {
    const scroller = scrollerOf(turn);
    const known = this.#layers.get(scroller);
    if (known?.alive) return known;
    known?.remove();
    const layer = new Layer(turn, BADGE_CSS, this.#signal);
    this.#layers.set(scroller, layer);
    const conversation = turn.parentElement ?? turn;
    this.#heights.set(conversation, -1);
    this.#sizes.observe(conversation);
    return layer;
  }

  /**
   * Puts a badge among those in view, in page order: that is the order in which the keyboard goes through them. It is placed
   * by the observer of sizes, which looks at its output after the page's next layout.
   */
  show(badge: Drawn): void {
    const {
      found: { turn },
      drawn: { track, layer },
    } = badge;
    const isAfter = (other: Drawn) =>
      other.drawn.layer === layer &&
      other.drawn.track !== track &&
      (turn.compareDocumentPosition(other.found.turn) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const after = [...this.#shown].filter(isAfter).map((other) => other.drawn.track);
    const next = [...layer.shadow.children].find((child) => after.includes(child as HTMLElement));
    layer.shadow.insertBefore(track, next ?? null);
    this.#shown.add(badge);
    this.#sizes.observe(turn);
  }

  hide(badge: Drawn): void {
    this.leave(badge.found.turn);
    this.#shown.delete(badge);
    badge.drawn.track.remove();
  }

  /** An output stands in this element no more. */
  leave(turn: Element): void {
    this.#sizes.unobserve(turn);
  }

  /** The button of a badge in view. */
  buttonOf(badge: Drawn | undefined): HTMLButtonElement | undefined {
    return badge && this.#shown.has(badge) ? badge.drawn.button : undefined;
  }

  /** Marks an output for a moment with a frame of ours around it. */
  flash(found: Found): void {
    const layer = this.layerFor(found);
    const mark = document.createElement('div');
    mark.className = 'mark';
    const [box, origin] = [boxOf(found).getBoundingClientRect(), layer.origin()];
    mark.style.cssText = `left:${box.left - origin.left - 6}px;top:${box.top - origin.top - 6}px;width:${box.width + 12}px;height:${box.height + 12}px`;
    mark.addEventListener('animationend', () => mark.remove(), { once: true });
    layer.shadow.append(mark);
  }

  /** Places all visible badges: every box is read before any is written. */
  #place(): void {
    const shown = [...this.#shown];
    for (const layer of new Set(shown.map(({ drawn }) => drawn.layer))) {
      layer.ensure();
      layer.settle();
    }
    const styles = shown.map(({ found, drawn }) => trackStyle(found, drawn.layer));
    let moved = false;
    for (const [at, { drawn }] of shown.entries()) {
      if (drawn.style === styles[at]) continue;
      drawn.style = drawn.track.style.cssText = styles[at] as string;
      moved = true;
    }
    this.#patience = moved ? 1 : Math.min(MOST_PATIENCE, 2 * this.#patience);
  }

  /**
   * Places badges once the page has next been laid out: an observer of sizes tells of what it begins to observe. In an
   * animation frame the page would be laid out for us, once more than it would have been.
   */
  placeSoon(): void {
    for (const { found } of this.#shown) {
      this.#sizes.unobserve(found.turn);
      this.#sizes.observe(found.turn);
    }
  }

  /** Outputs in view are followed at once; a conversation that only grows, as it does at each token, a few times a second. */
  #resized(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      const height = this.#heights.get(target);
      if (height === undefined || height === contentRect.height) continue;
      this.#heights.set(target, contentRect.height);
      this.#growing.add(target);
      this.#sizes.unobserve(target);
    }
    if (this.#growing.size > 0) this.#later ??= setTimeout(this.#grown, this.#patience * GROWTH_MS);
    if (entries.some(({ target }) => !this.#heights.has(target))) this.#place();
  }

  #grown = (): void => {
    this.#later = undefined;
    this.placeSoon();
    for (const growing of this.#growing) this.#sizes.observe(growing);
    this.#growing.clear();
  };

  #followFixed(): void {
    for (const layer of this.#layers.values()) if (layer.fixed) return this.placeSoon();
  }
}
