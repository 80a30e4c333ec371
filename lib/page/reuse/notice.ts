/**
 * The notice beside a field: where the text that was put in comes from. A page must not learn whether there is anything to
 * be seen. So there is one host, from the first paste on and whatever becomes of it; the box stands beside the field after
 * every paste, in one size, and is filled and opaque only where the text was recognised; it takes no pointer events, so that
 * hit tests pass through it, and presses on it are taken by where they are.
 */

import { OWN_ATTRIBUTE } from '../frame/bus.ts';
import { STATUS_PATHS } from '../ours/badge-look.ts';
import { keepInside } from '../ours/inside.ts';
import { NOTICE_CSS, NOTICE_HEIGHT, NOTICE_WIDTH } from './notice-look.ts';

/** What the notice says. */
export interface NoticeWords {
  from: string;
  status: string;
  /** Label of the status. */
  label: string;
  why: string;
  close: string;
}

/** The one thing that can be done about it, besides closing. */
interface NoticeAction {
  label: string;
  press(): void;
}

/** What has only just come up under the pointer was not meant. */
const HOLD_MS = 500;
const GAP = 6;
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'contextmenu', 'auxclick'];

export class Notice {
  readonly #host = document.createElement('div');
  readonly #box = document.createElement('div');
  readonly #act = document.createElement('button');
  readonly #close = document.createElement('button');
  readonly #closed: () => void;
  #field: HTMLElement | undefined;
  #following: AbortController | undefined;
  #shownMs = Number.POSITIVE_INFINITY;
  #action: NoticeAction | undefined;
  #frame = 0;

  /** `closed`: the person has closed it. */
  constructor(closed: () => void, signal: AbortSignal) {
    this.#closed = closed;
    this.#host.setAttribute(OWN_ATTRIBUTE, '');
    const shadow = this.#host.attachShadow({ mode: 'closed' });
    keepInside(shadow, signal);
    const style = document.createElement('style');
    style.textContent = NOTICE_CSS;
    this.#box.className = 'notice';
    this.#box.setAttribute('role', 'status');
    this.#close.className = 'close';
    for (const button of [this.#act, this.#close]) {
      button.type = 'button';
      // The pointer is taken by where it is; this is for the keyboard.
      button.addEventListener('click', (event) => event.isTrusted && this.#press(button), { signal });
    }
    shadow.append(style, this.#box);
    this.#box.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && this.#dismiss(), {
      signal,
    });
    for (const type of PRESSES)
      window.addEventListener(type, (event) => this.#pointed(event as MouseEvent), { capture: true, signal });
    signal.addEventListener('abort', () => {
      this.hide();
      this.#host.remove();
    });
  }

  /** Puts the box beside a field; nothing is to be seen of it yet. The same after every paste. */
  stand(field: HTMLElement): void {
    this.hide();
    this.#field = field;
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    this.#toTopLayer();
    this.#box.dataset.up = '';
    this.#following = new AbortController();
    const options = { signal: this.#following.signal, passive: true, capture: true };
    for (const type of ['scroll', 'resize', 'input']) window.addEventListener(type, () => this.#placeSoon(), options);
    this.#place();
  }

  /** Says where the text comes from, and what can be done. */
  say(words: NoticeWords, action?: NoticeAction): void {
    const box = this.#box;
    box.dataset.status = words.status;
    box.dataset.known = '';
    const parts = [
      partOf('from', said(words.from)),
      partOf('status', iconOf(words.status), said(words.label)),
      partOf('why', said(words.why)),
      partOf('buttons', this.#act),
    ];
    this.#close.setAttribute('aria-label', words.close);
    this.#close.replaceChildren(iconOf('close'));
    box.replaceChildren(...parts, this.#close);
    this.offer(action);
    this.#shownMs = performance.now();
  }

  /** What can be done now. */
  offer(action: NoticeAction | undefined): void {
    this.#action = action;
    this.#act.hidden = action === undefined;
    this.#act.replaceChildren(said(action?.label ?? ''));
  }

  /** Says another second line. */
  tell(why: string): void {
    this.#box.querySelector('.why')?.replaceChildren(said(why));
  }

  /** Takes the box away. The host stays: that it is there says nothing. */
  hide(): void {
    this.#following?.abort();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#field = undefined;
    this.#action = undefined;
    this.#shownMs = Number.POSITIVE_INFINITY;
    delete this.#box.dataset.up;
    delete this.#box.dataset.known;
    this.#box.replaceChildren();
  }

  /** Whether the box stands beside this field. */
  standsAt(field: HTMLElement): boolean {
    return this.#field === field;
  }

  /** The keyboard is in `field` now, or in none: a notice beside another one goes, unless it has the keyboard itself. */
  moved(field: HTMLElement | undefined): void {
    if (document.activeElement !== this.#host && field !== this.#field) this.hide();
  }

  /** Gives it the keyboard; answers whether there is anything to be seen. */
  focus(): boolean {
    if (!this.#isSeen()) return false;
    (this.#act.hidden ? this.#close : this.#act).focus({ preventScroll: true });
    return true;
  }

  #isSeen(): boolean {
    return this.#box.dataset.known !== undefined;
  }

  #dismiss(): void {
    const field = this.#field;
    this.hide();
    field?.focus({ preventScroll: true });
    this.#closed();
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
    if (!this.#field?.isConnected) return this.hide();
    const { left, top, bottom } = this.#field.getBoundingClientRect();
    const below = bottom + GAP;
    const above = top - GAP - NOTICE_HEIGHT;
    const y = below + NOTICE_HEIGHT <= innerHeight ? below : above >= 0 ? above : innerHeight - NOTICE_HEIGHT - GAP;
    const x = Math.min(Math.max(GAP, left), Math.max(GAP, innerWidth - NOTICE_WIDTH - GAP));
    this.#box.style.left = `${Math.round(x)}px`;
    this.#box.style.top = `${Math.round(Math.max(0, y))}px`;
  }

  /** What the pointer does on the notice is not for the page below it. */
  #pointed(event: MouseEvent): void {
    if (!event.isTrusted || !this.#isSeen() || !isIn(this.#box, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'click') return;
    const button = [this.#act, this.#close].find((one) => !one.hidden && isIn(one, event));
    if (button) this.#press(button);
  }

  #press(button: HTMLButtonElement): void {
    if (!this.#isSeen() || performance.now() - this.#shownMs < HOLD_MS) return;
    if (button === this.#close) this.#dismiss();
    else this.#action?.press();
  }
}

function partOf(name: string, ...children: Element[]): HTMLElement {
  const part = document.createElement('div');
  part.className = name;
  part.append(...children);
  return part;
}

function isIn(element: Element, { clientX, clientY, detail }: MouseEvent): boolean {
  // A press by the keyboard has no place: it is the button's own.
  if (detail === 0 && clientX === 0 && clientY === 0) return false;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/** Words that a page's searches and selections do not find. */
export function said(words: string): HTMLElement {
  const span = document.createElement('span');
  span.dataset.said = words;
  return span;
}

/** The icon of a status, or of what closes the notice. */
export function iconOf(name: string): SVGElement {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', name === 'close' ? 'M6 6l12 12M18 6 6 18' : (STATUS_PATHS[name] ?? ''));
  icon.append(path);
  return icon;
}
