/** A badge at each visible output. Plain DOM in a closed shadow root. */
import type { Status } from '../../domain/codes.ts';
import type { TextMark } from '../../domain/output/marks.ts';
import type { Found } from '../detect/found.ts';
import { BadgeActs, type BadgeEvents } from './badge-acts.ts';
import type { PageBadge } from './badge-face.ts';
import { type BadgeWords, type Drawn, drawStatus, isDrawn } from './badge-face.ts';
import { Placing } from './placing.ts';

export interface BadgesEvents extends BadgeEvents, BadgeWords {
  /** An output came into view. */
  visible(found: Found): void;
}

export class Badges {
  readonly #events: BadgesEvents;
  readonly #badges = new Map<Element, PageBadge>();
  readonly #inView: IntersectionObserver;
  readonly #placing: Placing;
  readonly #acts: BadgeActs;

  constructor(events: BadgesEvents, signal: AbortSignal) {
    this.#events = events;
    this.#inView = new IntersectionObserver((entries) => this.#viewed(entries), { rootMargin: '200px 0px' });
    this.#placing = new Placing(signal);
    this.#acts = new BadgeActs(events, signal);
    signal.addEventListener('abort', () => this.#inView.disconnect());
  }

  /** Makes the badge of a complete output. Called once the output is worth a badge. */
  add(found: Found, status: Status): void {
    if (this.#badges.has(found.turn)) return this.setStatus(found, status);
    this.#badges.set(found.turn, { found, status });
    this.#inView.observe(found.turn);
  }

  forget({ turn }: Found): void {
    this.#inView.unobserve(turn);
    const badge = this.#badges.get(turn);
    if (badge && isDrawn(badge)) this.#placing.hide(badge);
    this.#badges.delete(turn);
  }

  /** Keeps an output's badge when the page draws the output anew in another element. */
  move({ turn }: Found, from: Element): void {
    const badge = this.#badges.get(from);
    if (!badge) return;
    this.#badges.delete(from);
    this.#badges.set(turn, badge);
    this.#inView.unobserve(from);
    this.#placing.leave(from);
    this.#inView.observe(turn);
  }

  setStatus(found: Found, status: Status, mark?: TextMark): void {
    const badge = this.#badges.get(found.turn);
    if (!badge || (badge.status === status && badge.mark === mark)) return;
    Object.assign(badge, { status, mark });
    if (isDrawn(badge)) drawStatus(badge, this.#events);
    this.#placing.placeSoon();
  }

  /** Where a badge is in the viewport, or undefined when it is not shown. */
  rectOf(found: Found): DOMRect | undefined {
    const button = this.#buttonOf(found);
    return button?.isConnected ? button.getBoundingClientRect() : undefined;
  }

  /** Gives the focus back to a badge. */
  focus(found: Found): void {
    this.#acts.giveFocus(this.#buttonOf(found));
  }

  /** Marks an output for a moment with a frame of ours around it. */
  flash(found: Found): void {
    this.#placing.flash(found);
  }

  #buttonOf({ turn }: Found): HTMLButtonElement | undefined {
    return this.#placing.buttonOf(this.#badges.get(turn) as Drawn | undefined);
  }

  #viewed(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const badge = this.#badges.get(target);
      if (badge && isIntersecting) {
        this.#placing.show(this.#drawn(badge));
        this.#events.visible(badge.found);
      } else if (badge && isDrawn(badge)) this.#placing.hide(badge);
    }
  }

  #drawn(badge: PageBadge): Drawn {
    if (isDrawn(badge) && badge.drawn.layer.alive) return badge;
    badge.drawn?.track.remove();
    const button = document.createElement('button');
    button.type = 'button';
    const track = document.createElement('div');
    track.className = 'track';
    track.append(button);
    const drawn: Drawn = Object.assign(badge, { drawn: { button, track, layer: this.#placing.layerFor(badge.found) } });
    this.#acts.listen(drawn);
    drawStatus(drawn, this.#events);
    return drawn;
  }
}
