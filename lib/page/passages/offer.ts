/**
 * The small bar at a selection in an answer: one button that flags the selected words. It takes neither the focus nor the
 * selection, and goes with Escape, scrolling, a copy, a press elsewhere, or when nothing is selected any more.
 */
import { browser } from 'wxt/browser';
import { send } from '../../messages/send.ts';
import { findBus, OWN_ATTRIBUTE, type PointInView } from '../frame/bus.ts';
import { closedHost } from '../ours/host.ts';
import { iconOf } from '../ours/icon.ts';
import { OFFER_CSS, OFFER_HEIGHT, OFFER_WIDTH } from './offer-look.ts';

const FLAG_PATH =
  'M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528';
/** Space kept to the selection, and to the edges of the window. */
const BELOW = 10;
const EDGE = 8;

/** Offers it on this frame's bus, once. */
export function offerAtSelections(): void {
  const bus = findBus();
  if (!bus || bus.offer) return;
  const bar = new FlagBar(bus.signal);
  bus.offer = (at, press) => void bar.show(at, press);
}

class FlagBar {
  readonly #signal: AbortSignal;
  readonly #host: HTMLElement;
  readonly #button = document.createElement('button');
  #press: () => void = () => undefined;
  /** Counts what sends the bar away: also one that is only on its way. */
  #leavings = 0;

  constructor(signal: AbortSignal) {
    const { host, shadow } = closedHost(OFFER_CSS, signal);
    this.#signal = signal;
    this.#host = host;
    this.#button.type = 'button';
    this.#button.className = 'flagBar';
    shadow.append(this.#button);
    // A press takes neither the focus nor the selection from the page.
    for (const type of ['pointerdown', 'mousedown'])
      this.#button.addEventListener(type, (event) => event.preventDefault(), { signal });
    this.#button.addEventListener('click', (event) => event.isTrusted && this.#pressed(), { signal });
    signal.addEventListener('abort', () => this.hide());
    this.#leaveWith({ capture: true, passive: true, signal });
  }

  /** Puts the bar below a point, with the key that does the same as it is set now. */
  async show({ x, y }: PointInView, press: () => void): Promise<void> {
    const before = this.#leavings;
    const { key } = await send('shortcut.read', {}).catch(() => ({ key: undefined }));
    if (this.#signal.aborted || before !== this.#leavings) return;
    this.#host.remove();
    this.#press = press;
    const words = said(word('shortcut.passage'));
    this.#button.replaceChildren(iconOf(FLAG_PATH), words, ...(key ? [keyOf(key)] : []));
    const left = Math.min(Math.max(EDGE, x - OFFER_WIDTH / 2), innerWidth - OFFER_WIDTH - EDGE);
    const top = y + BELOW + OFFER_HEIGHT + EDGE <= innerHeight ? y + BELOW : y - BELOW - OFFER_HEIGHT;
    this.#button.style.cssText = `left:${Math.round(Math.max(0, left))}px;top:${Math.round(Math.max(0, top))}px`;
    document.documentElement.append(this.#host);
    this.#host.popover = 'manual';
    this.#host.showPopover();
  }

  hide(): void {
    this.#leavings++;
    this.#host.remove();
  }

  #leaveWith(options: AddEventListenerOptions): void {
    const leave = () => this.hide();
    // After a copy the words were wanted for something else.
    for (const type of ['scroll', 'resize', 'blur', 'copy', 'cut']) addEventListener(type, leave, options);
    // Where a copy is held, nobody else hears of it: the gate's box takes the keyboard, and stands here.
    addEventListener('focusin', ({ target }) => this.#isOther(target) && leave(), options);
    addEventListener('pointerdown', (event) => event.target !== this.#host && leave(), options);
    addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && leave(), options);
    document.addEventListener('selectionchange', () => getSelection()?.isCollapsed && leave(), options);
  }

  /** Whether something is another part of ours in the page. */
  #isOther(target: EventTarget | null): boolean {
    return target !== this.#host && target instanceof Element && target.hasAttribute(OWN_ATTRIBUTE);
  }

  #pressed(): void {
    this.hide();
    this.#press();
  }
}

/** A word of the locales, asked of the browser itself. */
const word = (key: string): string => (browser.i18n.getMessage as (name: string) => string)(key.replaceAll('.', '_'));

/** Words that a page's searches and selections do not find. */
function said(words: string): HTMLElement {
  const span = document.createElement('span');
  span.dataset.said = words;
  return span;
}

function keyOf(key: string): HTMLElement {
  const span = said(key);
  span.className = 'key';
  return span;
}
