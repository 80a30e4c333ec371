/** One MutationObserver per root. The callback only stores what came; a scheduler looks at it later. */
import { OWN_ATTRIBUTE } from './bus.ts';
import { Slices } from './schedule.ts';

/** What changed in a root: the nodes whose content changed, and the elements that were added. */
export interface Changes {
  changed(node: Node): void;
  added(element: Element): void;
  /** All that had come was looked at. */
  settled(): void;
}

/** Records are looked at this long after the first of them came: one look for a burst of tokens. */
const DELAY_MS = 100;

/** Watches roots until the signal aborts. Returns how to add a root. */
export function watchRoots(changes: Changes, signal: AbortSignal): (root: Document | ShadowRoot) => void {
  let seen = new Set<Node>();
  const slices = new Slices<MutationRecord>(
    (record) => look(record, seen, changes),
    DELAY_MS,
    signal,
    () => {
      seen = new Set();
      changes.settled();
    },
  );
  const observer = new MutationObserver((records) => {
    for (const record of records) slices.add(record);
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return (root) => observer.observe(root, { childList: true, subtree: true, characterData: true });
}

function look({ target, addedNodes }: MutationRecord, seen: Set<Node>, changes: Changes): void {
  if (!seen.has(target)) {
    seen.add(target);
    if (!isOwn(target)) changes.changed(target);
  }
  for (const node of addedNodes) {
    if (!(node instanceof Element) || seen.has(node)) continue;
    seen.add(node);
    if (node.isConnected && !node.hasAttribute(OWN_ATTRIBUTE)) changes.added(node);
  }
}

const isOwn = (node: Node): boolean => node instanceof Element && node.hasAttribute(OWN_ATTRIBUTE);
