/**
 * Where anything of ours stands in a page: a host with a closed shadow root. What a person does in it with the pointer and the
 * keys is kept from the page as far as a browser lets us: it goes no further up than the shadow root. Listeners that a page
 * put on its window or document for the way down (capture) run before anything of ours and still see that our host was hit, and
 * where (docs/threat-model.md).
 */
import { OWN_ATTRIBUTE } from '../frame/bus.ts';

interface ClosedHost {
  host: HTMLElement;
  shadow: ShadowRoot;
  /** The look of what stands in it. */
  style: HTMLStyleElement;
}

/** Makes a host, not yet in the page. Events end in it until `signal` aborts. */
export function closedHost(css: string, signal: AbortSignal): ClosedHost {
  const host = document.createElement('div');
  host.setAttribute(OWN_ATTRIBUTE, '');
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  shadow.append(style);
  keepInside(shadow, signal);
  return { host, shadow, style };
}

/**
 * Ends the way up of events at a shadow root of ours: of every type that an element has a handler for. All are let go of at
 * once: a signal that each of a hundred listeners hears by itself takes more room than they do.
 */
function keepInside(shadow: ShadowRoot, signal: AbortSignal): void {
  const end = (event: Event) => event.stopPropagation();
  const each = (act: 'addEventListener' | 'removeEventListener') => {
    for (const name in shadow.host) if (name.startsWith('on')) shadow[act](name.slice(2), end, { passive: true });
    for (const type of ['focusin', 'focusout']) shadow[act](type, end);
  };
  each('addEventListener');
  signal.addEventListener('abort', () => each('removeEventListener'));
}
