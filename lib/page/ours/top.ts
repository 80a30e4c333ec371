/** A host of ours in the top layer: it stands above the page's own dialogs, wherever those live. */
import { OWN_ATTRIBUTE } from '../frame/bus.ts';
import { closedHost } from './host.ts';

/** What it may have on it: all else is the page's. */
const OWN: ReadonlySet<string> = new Set([OWN_ATTRIBUTE, 'popover']);
/** So far within the edges of what is shown a press is on it: its corners are round. */
const EDGE = 14;

export class TopHost {
  readonly host: HTMLElement;
  readonly #shown: HTMLElement;
  /** Something of the page was opened since it was put on top. */
  #isUnder = false;

  /** `shown`: what is shown in it. */
  constructor(shown: HTMLElement, css: string, signal: AbortSignal) {
    const { host, shadow } = closedHost(css, signal);
    shadow.append(shown);
    this.host = host;
    this.#shown = shown;
    const opened = (event: Event) => {
      if (event.target !== host && (event as ToggleEvent).newState === 'open') this.#isUnder = true;
    };
    addEventListener('beforetoggle', opened, { capture: true, signal });
    signal.addEventListener('abort', () => host.remove());
  }

  get hasKeyboard(): boolean {
    return document.activeElement === this.host;
  }

  /** Stands in the page, above all that was opened. A page may have put it elsewhere, or made it inert. */
  stand(): void {
    for (const name of this.host.getAttributeNames()) if (!OWN.has(name)) this.host.removeAttribute(name);
    const isThere = this.host.parentNode === document.documentElement;
    if (!isThere) document.documentElement.append(this.host);
    if (!isThere || this.#isUnder) this.#raise();
  }

  /** What a shadow root of the page opens is not heard of: looks whether anything lies above. */
  comeUp(): void {
    if (!this.#isOnTop()) this.#raise();
  }

  /** Puts it above the page's own dialogs. The browser styles and lays out the page for that: only where something may lie above it. */
  #raise(): void {
    if (!('popover' in this.host)) return;
    if (this.host.matches(':popover-open')) this.host.hidePopover();
    this.host.popover = 'manual';
    this.host.showPopover();
    this.#isUnder = false;
  }

  /** Whether a press on the middle and the corners of what is shown reaches it. */
  #isOnTop(): boolean {
    const { left, right, top, bottom } = this.#shown.getBoundingClientRect();
    const within = (most: number, at: number) => Math.min(Math.max(1, at), most - 1);
    const columns = [left + EDGE, (left + right) / 2, right - EDGE].map((x) => within(innerWidth, x));
    const rows = [top + EDGE, (top + bottom) / 2, bottom - EDGE].map((y) => within(innerHeight, y));
    return [0, 2, 4, 6, 8].every((at) => {
      const hit = document.elementFromPoint(columns[at % 3] as number, rows[Math.floor(at / 3)] as number);
      return hit === this.host;
    });
  }
}
