/** Waits for a chat box that comes into a page later than we do. */
import type { Reading } from '../messages/replies.ts';

/** How soon after a change the page is asked: once for all that changes meanwhile. */
const DELAY_MS = 400;

/** Calls `found` once, with the tool whose marker is or turns up in the page. Costs nothing while nothing changes. */
export function awaitMarker(markers: Reading['markers'], found: (tool: string) => void, signal: AbortSignal): void {
  const any = markers.flatMap(({ selectors }) => selectors).join(',');
  if (!any) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const look = () => {
    timer = undefined;
    if (!document.querySelector(any)) return;
    const marker = markers.find(({ selectors }) => selectors.some((selector) => document.querySelector(selector)));
    if (!marker) return;
    stop();
    found(marker.tool);
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, DELAY_MS);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', stop);
  look();
}
