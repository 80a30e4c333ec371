/** A badge at each visible output: status by icon, label and colour. Plain DOM in a closed shadow root. */

import type { Found } from '../detect/found.ts';
import { BADGE_CSS, STATUS_PATHS } from './badge-look.ts';
import { badgePlace, boxOf } from './badge-place.ts';
import { keepInside } from './inside.ts';
import { Layer, scrollerOf } from './layer.ts';

/** How long the pointer rests on a badge before the card opens by itself. */
const HOVER_MS = 200;
/** How long badges may stand where they stood when something around their outputs has grown. */
const GROWTH_MS = 200;
/** And how many times as long where growth has moved none of them lately, as it moves none in most conversations. */
const MOST_PATIENCE = 4;

interface BadgeEvents {
  open(found: Found, by: 'hover' | 'press'): void;
  /** Escape was pressed on a badge: what it opened goes. */
  dismiss(): void;
  /** An output came into view. */
  visible(found: Found): void;
  /** What the badge says of a status: a short label. */
  label(status: string): string;
  /** What a screen reader says of the badge. */
  title(status: string): string;
}

interface Badge {
  found: Found;
  status: string;
  /** Made when the output first comes into view: most of a long conversation never does. */
  drawn?: { button: HTMLButtonElement; layer: Layer; left?: number; top?: number };
}
type Drawn = Badge & Required<Pick<Badge, 'drawn'>>;

export class Badges {
  readonly #events: BadgeEvents;
  readonly #signal: AbortSignal;
  readonly #layers = new Map<Element, Layer>();
  readonly #badges = new Map<Element, Badge>();
  /** Those in view. */
  readonly #shown = new Set<Drawn>();
  readonly #inView: IntersectionObserver;
  readonly #sizes: ResizeObserver;
  /** How high the conversations were when they were last looked at, and which have grown and are to be looked at again. */
  readonly #heights = new WeakMap<Element, number>();
  readonly #growing = new Set<Element>();
  #patience = 1;
  /** The badge that gets the focus back, from another window or from its card: that is nobody's asking for its card. */
  #left: HTMLButtonElement | undefined;
  #hover: ReturnType<typeof setTimeout> | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(events: BadgeEvents, signal: AbortSignal) {
    this.#events = events;
    this.#signal = signal;
    this.#inView = new IntersectionObserver((entries) => this.#viewed(entries), { rootMargin: '200px 0px' });
    // Runs after the page's layout, when reading a box costs nothing.
    this.#sizes = new ResizeObserver((entries) => this.#resized(entries));
    addEventListener('resize', () => this.placeSoon(), { signal, passive: true });
    addEventListener('scroll', () => this.#followFixed(), { signal, passive: true, capture: true });
    signal.addEventListener('abort', () => this.#removeAll());
  }

  forget(found: Found): void {
    this.#inView.unobserve(found.turn);
    this.#sizes.unobserve(found.turn);
    const badge = this.#badges.get(found.turn);
    if (!badge) return;
    badge.drawn?.button.remove();
    this.#shown.delete(badge as Drawn);
    this.#badges.delete(found.turn);
  }

  /** Keeps an output's badge when the page draws the output anew in another element. */
  move(found: Found, from: Element): void {
    const badge = this.#badges.get(from);
    if (!badge) return;
    this.#badges.delete(from);
    this.#badges.set(found.turn, badge);
    for (const observer of [this.#inView, this.#sizes]) observer.unobserve(from);
    this.#inView.observe(found.turn);
  }

  setStatus(found: Found, status: string): void {
    const badge = this.#badges.get(found.turn);
    if (!badge || badge.status === status) return;
    badge.status = status;
    if (isDrawn(badge)) this.#draw(badge);
    this.placeSoon();
  }

  /** Where a badge is in the viewport, or undefined when it is not shown. */
  rectOf(found: Found): DOMRect | undefined {
    const button = this.#shownOf(found)?.drawn.button;
    return button?.isConnected ? button.getBoundingClientRect() : undefined;
  }

  focus(found: Found): void {
    // Given back, not reached: its card, which is just closing, is not to open again.
    this.#left = this.#shownOf(found)?.drawn.button;
    this.#left?.focus();
  }

  #shownOf(found: Found): Drawn | undefined {
    const badge = this.#badges.get(found.turn) as Drawn | undefined;
    return badge && this.#shown.has(badge) ? badge : undefined;
  }

  /** Marks an output for a moment with a frame of ours around it. */
  flash(found: Found): void {
    const layer = this.#layerFor(found);
    const mark = document.createElement('div');
    mark.className = 'mark';
    const [box, origin] = [boxOf(found).getBoundingClientRect(), layer.origin()];
    mark.style.cssText = `left:${box.left - origin.left - 6}px;top:${box.top - origin.top - 6}px;width:${box.width + 12}px;height:${box.height + 12}px`;
    mark.addEventListener('animationend', () => mark.remove(), { once: true });
    layer.shadow.append(mark);
  }

  #viewed(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const badge = this.#badges.get(target);
      if (badge) this.#show(badge, isIntersecting);
    }
    // What was shown is placed by the observer of sizes, which looks at it after the page's next layout.
  }

  #show(badge: Badge, visible: boolean): void {
    const { turn } = badge.found;
    if (!visible) {
      this.#sizes.unobserve(turn);
      this.#shown.delete(badge as Drawn);
      badge.drawn?.button.remove();
      return;
    }
    const drawn = this.#drawn(badge);
    this.#insert(drawn);
    this.#shown.add(drawn);
    this.#sizes.observe(turn);
    this.#events.visible(badge.found);
  }

  /** Makes the badge of a complete output. Called once the output is worth a badge. */
  add(found: Found, status: string): void {
    if (this.#badges.has(found.turn)) return this.setStatus(found, status);
    this.#badges.set(found.turn, { found, status });
    this.#inView.unobserve(found.turn);
    this.#inView.observe(found.turn);
  }

  #drawn(badge: Badge): Drawn {
    if (isDrawn(badge) && badge.drawn.layer.alive) return badge;
    badge.drawn?.button.remove();
    const layer = this.#layerFor(badge.found);
    const button = document.createElement('button');
    button.type = 'button';
    const drawn: Drawn = Object.assign(badge, { drawn: { button, layer } });
    this.#listen(drawn);
    this.#draw(drawn);
    return drawn;
  }

  /** Puts a badge among those in view, in page order: that is the order in which the keyboard goes through them. */
  #insert({ found, drawn: { button, layer } }: Drawn): void {
    const isAfter = (other: Drawn) =>
      other.drawn.layer === layer &&
      other.drawn.button !== button &&
      (found.turn.compareDocumentPosition(other.found.turn) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const after = [...this.#shown].filter(isAfter).map((other) => other.drawn.button);
    const next = [...layer.shadow.children].find((child) => after.includes(child as HTMLButtonElement));
    layer.shadow.insertBefore(button, next ?? null);
  }

  #listen({ found, drawn: { button } }: Drawn): void {
    const signal = this.#signal;
    // Only what a person did: a page can make events, not trusted ones.
    const on = (type: string, act: (event: Event) => void) =>
      button.addEventListener(type, (event) => event.isTrusted && act(event), { signal });
    on('pointerdown', (event) => event.preventDefault()); // keeps the selection in the page
    on('click', () => {
      clearTimeout(this.#hover);
      this.#events.open(found, 'press');
    });
    on('pointerenter', () => {
      clearTimeout(this.#hover);
      this.#hover = setTimeout(() => this.#events.open(found, 'hover'), HOVER_MS);
    });
    on('pointerleave', () => clearTimeout(this.#hover));
    on('keydown', (event) => (event as KeyboardEvent).key === 'Escape' && this.#events.dismiss());
    on('blur', () => {
      this.#left = document.hasFocus() ? undefined : button;
    });
    on('focus', () => {
      const returns = this.#left === button;
      this.#left = undefined;
      if (!returns && button.matches(':focus-visible')) this.#events.open(found, 'hover');
    });
  }

  #draw({ drawn: { button }, status }: Drawn): void {
    button.dataset.status = status;
    button.setAttribute('aria-label', this.#events.title(status));
    button.setAttribute('aria-haspopup', 'dialog');
    const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    icon.setAttribute('viewBox', '0 0 24 24');
    icon.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', STATUS_PATHS[status] ?? STATUS_PATHS.unreviewed ?? '');
    icon.append(path);
    const label = document.createElement('span');
    label.dataset.said = this.#events.label(status);
    button.replaceChildren(icon, label);
  }

  #layerFor(found: Found): Layer {
    const scroller = scrollerOf(found.turn);
    const known = this.#layers.get(scroller);
    if (known?.alive) return known;
    known?.remove();
    const layer = new Layer(found.turn, BADGE_CSS);
    keepInside(layer.shadow, this.#signal);
    this.#layers.set(scroller, layer);
    this.#sizes.observe(found.turn.parentElement ?? found.turn);
    return layer;
  }

  /** Places all visible badges: every box is read before any is written. */
  place(): void {
    const shown = [...this.#shown];
    for (const layer of new Set(shown.map(({ drawn }) => drawn.layer))) {
      layer.ensure();
      layer.settle();
    }
    const places = shown.map(({ found, drawn }) => ({ drawn, ...badgePlace(found, drawn.layer) }));
    let moved = false;
    for (const { drawn, left, top } of places) {
      if (drawn.left === left && drawn.top === top) continue;
      Object.assign(drawn, { left, top });
      drawn.button.style.left = `${left}px`;
      drawn.button.style.top = `${top}px`;
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
      if (this.#badges.has(target) || this.#heights.get(target) === contentRect.height) continue;
      this.#heights.set(target, contentRect.height);
      this.#growing.add(target);
      this.#sizes.unobserve(target);
    }
    if (this.#growing.size > 0) this.#later ??= setTimeout(this.#grown, this.#patience * GROWTH_MS);
    if (entries.some(({ target }) => this.#badges.has(target))) this.place();
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

  #removeAll(): void {
    this.#inView.disconnect();
    this.#sizes.disconnect();
    clearTimeout(this.#hover);
    clearTimeout(this.#later);
    for (const layer of this.#layers.values()) layer.remove();
  }
}

const isDrawn = (badge: Badge): badge is Drawn => badge.drawn !== undefined;
