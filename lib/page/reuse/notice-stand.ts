/** Where the notice stands: beside a field, as long as that is there, and above the page's own dialogs. */
import { holds } from '../ground/tree.ts';
import { type InWindow, noticePlace } from './notice-place.ts';

const FIELDS = 'textarea, input, select, iframe, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';
const BUTTONS = 'button, a[href], [role="button"]';
/** Of more, those that come first: no form that people fill in has so many, and each is asked for its place. */
const MOST = 300;

export class NoticeStand {
  readonly #host: HTMLElement;
  readonly #box: HTMLElement;
  readonly #lost: () => void;
  #field: HTMLElement | undefined;
  #following: AbortController | undefined;
  #frame = 0;

  /** `lost`: the field has gone from the page. */
  constructor(host: HTMLElement, box: HTMLElement, lost: () => void) {
    this.#host = host;
    this.#box = box;
    this.#lost = lost;
  }

  get field(): HTMLElement | undefined {
    return this.#field;
  }

  /** Puts the box beside a field. The same after every paste. */
  at(field: HTMLElement): void {
    this.#field = field;
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    this.#toTopLayer();
    this.#box.dataset.up = '';
    this.#following = new AbortController();
    const options = { signal: this.#following.signal, passive: true, capture: true };
    for (const type of ['scroll', 'resize', 'input']) window.addEventListener(type, () => this.#placeSoon(), options);
    this.#place();
  }

  /** Takes the box away. The host stays: that it is there says nothing. */
  leave(): void {
    this.#following?.abort();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#field = undefined;
    delete this.#box.dataset.up;
  }

  /** Above the page's own dialogs. Each time anew, so that one that was opened meanwhile lies below. */
  #toTopLayer(): void {
    if (!('popover' in this.#host)) return;
    if (this.#host.matches(':popover-open')) this.#host.hidePopover();
    this.#host.popover = 'manual';
    this.#host.showPopover();
  }

  #placeSoon(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#place();
    });
  }

  #place(): void {
    if (!this.#field?.isConnected) return this.#lost();
    const { left, top } = noticePlace({
      field: this.#field.getBoundingClientRect(),
      fields: boxesBeside(this.#field, FIELDS),
      buttons: boxesBeside(this.#field, BUTTONS),
      width: innerWidth,
      height: innerHeight,
    });
    this.#box.style.left = `${left}px`;
    this.#box.style.top = `${top}px`;
  }
}

/** What else of a kind is drawn in the page, and in the shadow root in which the field stands. */
function boxesBeside(field: HTMLElement, selector: string): InWindow[] {
  const roots = new Set([document, field.getRootNode() as Document | ShadowRoot]);
  return [...roots]
    .flatMap((root) => [...root.querySelectorAll(selector)].slice(0, MOST))
    .filter((other) => !holds(other, field) && !field.contains(other))
    .map((other) => other.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0);
}
