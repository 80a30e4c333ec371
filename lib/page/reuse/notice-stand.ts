/** Where the notice stands: beside a field, as long as that is there, and above the page's own dialogs. */
import { NOTICE_HEIGHT, NOTICE_WIDTH } from './notice-look.ts';

const GAP = 6;

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
    const { left, top, bottom } = this.#field.getBoundingClientRect();
    const below = bottom + GAP;
    const above = top - GAP - NOTICE_HEIGHT;
    const y = below + NOTICE_HEIGHT <= innerHeight ? below : above >= 0 ? above : innerHeight - NOTICE_HEIGHT - GAP;
    const x = Math.min(Math.max(GAP, left), Math.max(GAP, innerWidth - NOTICE_WIDTH - GAP));
    this.#box.style.left = `${Math.round(x)}px`;
    this.#box.style.top = `${Math.round(Math.max(0, y))}px`;
  }
}
