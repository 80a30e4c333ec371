/**
 * What a person does with the pointer and the keys in our part of a page, kept from the page as far as a browser lets
 * us: it goes no further up than our shadow root. Listeners that a page put on its window or document for the way down
 * (capture) run before anything of ours and still see that our host was hit, and where (docs/threat-model.md).
 */

/** Ends the way up of events at a shadow root of ours: of every type that an element has a handler for. */
export function keepInside(shadow: ShadowRoot, signal: AbortSignal): void {
  const end = (event: Event) => event.stopPropagation();
  for (const name in shadow.host)
    if (name.startsWith('on')) shadow.addEventListener(name.slice(2), end, { signal, passive: true });
  for (const type of ['focusin', 'focusout']) shadow.addEventListener(type, end, { signal });
}
