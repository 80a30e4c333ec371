/** Puts the card into a frame: one host, a closed shadow root, trusted events only. */
import { createRoot, type Root } from 'react-dom/client';
import type { Bus, CardRequest } from '../../lib/page/frame/bus.ts';
import { closedHost } from '../../lib/page/ours/host.ts';
import { SAID_CSS } from '../../lib/page/ours/said.ts';
import tokens from '../ui/tokens.css?inline';
import { OutputCard } from './Card.tsx';
import look from './card.css?inline';
import flagLook from './flag/flag.css?inline';

/** `!important` inside a shadow root wins over any rule of the page. */
const HOST_CSS = `:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important;
  height: 0 !important; overflow: visible !important; z-index: 2147483647 !important; border: 0 !important; padding: 0 !important; margin: 0 !important; }`;

/** Everything by which a person acts. A page can make any of these, but not trusted ones. */
const ACTS =
  'click dblclick auxclick contextmenu pointerdown pointerup pointerover pointerout pointerenter pointerleave pointermove mousedown mouseup mouseover mouseout mouseenter mouseleave keydown keyup keypress beforeinput input change submit focusin focusout focus blur'.split(
    ' ',
  );

/** Mounts the card of a frame once, and opens what was asked for meanwhile. */
export function mountCard(bus: Bus): void {
  if (bus.card || bus.signal.aborted) return;
  const { host, shadow } = closedHost(HOST_CSS + SAID_CSS + tokens + look + flagLook, bus.signal);
  guard(shadow, bus.signal);
  const place = document.createElement('div');
  shadow.append(place);
  const root = createRoot(place);
  const shown = new Shown(host, root, bus);
  bus.card = { open: (request) => shown.open(request), close: () => shown.close(), shows: (id) => shown.shows(id) };
  bus.signal.addEventListener('abort', () => shown.remove());
  if (bus.pending) shown.open(bus.pending);
  delete bus.pending;
}

/** Stops what a page made up before anything of ours hears of it. */
function guard(shadow: ShadowRoot, signal: AbortSignal): void {
  for (const type of ACTS)
    shadow.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) return;
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      { capture: true, signal },
    );
}

class Shown {
  readonly #host: HTMLElement;
  readonly #root: Root;
  readonly #bus: Bus;
  #current: CardRequest | undefined;

  constructor(host: HTMLElement, root: Root, bus: Bus) {
    this.#host = host;
    this.#root = root;
    this.#bus = bus;
  }

  open(request: CardRequest): void {
    // The pointer passing over the badge again must not throw away what is being done in its card.
    if (request.by === 'hover' && this.#current?.outputId === request.outputId) return;
    if (this.#current && this.#bus.holds?.()) return;
    this.#current = request;
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    this.#toTopLayer();
    const close = () => this.close();
    this.#root.render(
      <OutputCard key={`${request.outputId} ${request.by}`} request={request} bus={this.#bus} onClose={close} />,
    );
  }

  /** Above the page's own dialogs, where the browser has a top layer to offer. */
  #toTopLayer(): void {
    if (!('popover' in this.#host) || this.#host.matches(':popover-open')) return;
    this.#host.popover = 'manual';
    this.#host.showPopover();
  }

  shows(outputId: string): boolean {
    return this.#current?.outputId === outputId;
  }

  close(): void {
    this.#current = undefined;
    this.#root.render(null);
    this.#host.remove();
  }

  remove(): void {
    this.#root.unmount();
    this.#host.remove();
  }
}
