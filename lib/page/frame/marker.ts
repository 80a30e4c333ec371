/** Waits for a chat box that comes into a page later than we do, also in the shadow roots of the page's components. */
import type { Reading } from '../../messages/to-background/detector.ts';
import { isSelector } from '../../tools/selectors.ts';
import { Strays } from '../detect/strays.ts';
import { Hosts } from '../ground/shadow.ts';
import { type Root, rootOf } from '../ground/tree.ts';

/** How soon after a change what came is looked at: once for all that changes meanwhile. */
const DELAY_MS = 400;
/** Added elements that wait to be looked through at most; more are looked through at once. */
const MOST_ADDED = 4_000;
/** A page of more shadow roots than this is built of them; a chat box in it stands in one of the first, or in none. */
const MOST_ROOTS = 300;

/**
 * Calls `found` once, with the tool whose marker is or turns up in the page. Costs nothing while nothing changes, and else by
 * what comes, not by what is there: on a site that was learned, answers stream all the while.
 */
export function awaitMarker(markers: Reading['markers'], found: (tool: string) => void, signal: AbortSignal): void {
  const nowhere = document.createDocumentFragment();
  const sound = markers.map(({ tool, selectors }) => ({
    tool,
    selectors: selectors.filter((selector) => isSelector(selector, nowhere)),
  }));
  const any = sound.flatMap(({ selectors }) => selectors).join(',');
  if (!any) return;
  const own = new AbortController();
  const added = new Set<Element>();
  const roots = new Set<Root>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookIn = (root: Root): void => {
    const isIn = (selector: string) => root.querySelector(selector);
    const marker = isIn(any) && sound.find(({ selectors }) => selectors.some(isIn));
    if (!marker || own.signal.aborted) return;
    own.abort();
    found(marker.tool);
  };
  /** What came may be a marker, hold one, or make one of what it came into. */
  const lookAt = (element: Element): void => {
    hosts.look(element);
    if (element.closest(any) || element.querySelector(any)) lookIn(rootOf(element));
  };
  const again = new Strays(lookAt, own.signal);
  const look = () => {
    clearTimeout(timer);
    timer = undefined;
    // What stands in something else that came is looked at with that.
    for (const element of added)
      if (element.isConnected && !added.has(element.parentElement as Element)) {
        lookAt(element);
        again.add(element);
      }
    added.clear();
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) added.add(node);
    if (added.size > MOST_ADDED) look();
    else if (added.size > 0) timer ??= setTimeout(look, DELAY_MS);
  });
  const open = (root: Root) => {
    for (const other of roots) if (!other.isConnected) roots.delete(other);
    if (roots.has(root) || roots.size >= MOST_ROOTS) return;
    roots.add(root);
    lookIn(root);
    if (own.signal.aborted) return;
    observer.observe(root, { childList: true, subtree: true });
    hosts.lookThrough(root);
  };
  const hosts = new Hosts(open, own.signal);
  own.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  signal.addEventListener('abort', () => own.abort());
  open(document);
}
