/** Waits for a chat box that comes into a page later than we do, also in the shadow roots of the page's components. */
import type { Reading } from '../../messages/to-background/detector.ts';
import { isSelector } from '../../tools/selectors.ts';
import { Hosts } from '../ground/shadow.ts';
import type { Root } from '../ground/tree.ts';

/** How soon after a change the page is asked: once for all that changes meanwhile. */
const DELAY_MS = 400;
/** Added elements that wait to be looked through at most; more are looked through at once. */
const MOST_ADDED = 4_000;
/** A page of more shadow roots than this is built of them; a chat box in it stands in one of the first, or in none. */
const MOST_ROOTS = 300;

/** Calls `found` once, with the tool whose marker is or turns up in the page. Costs nothing while nothing changes. */
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
  const look = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const element of added) if (element.isConnected) hosts.look(element);
    added.clear();
    for (const root of roots) if (lookIn(root)) return;
  };
  const lookIn = (root: Root): boolean => {
    if (!root.isConnected) roots.delete(root);
    if (own.signal.aborted || !root.querySelector(any)) return own.signal.aborted;
    const marker = sound.find(({ selectors }) => selectors.some((selector) => root.querySelector(selector)));
    own.abort();
    if (marker) found(marker.tool);
    return true;
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) added.add(node);
    if (added.size > MOST_ADDED) look();
    else timer ??= setTimeout(look, DELAY_MS);
  });
  const open = (root: Root) => {
    if (roots.has(root) || roots.size >= MOST_ROOTS || lookIn(root)) return;
    roots.add(root);
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
