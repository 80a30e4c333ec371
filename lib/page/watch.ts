/** One MutationObserver for all roots. The callback only stores what came; a scheduler looks at it later. */
import { OWN_ATTRIBUTE } from './bus.ts';
import { retireOrphan } from './retire.ts';
import { Slices } from './schedule.ts';

/** What changed in a root: the nodes whose content changed, and the elements that were added. */
export interface Changes {
  changed(node: Node): void;
  added(element: Element): void;
  /** Something was taken out of `node`. Told at once, before anything else of the same time is looked at. */
  removed(node: Node): void;
  /** All that had come was looked at. */
  settled(): void;
}

export interface Watch {
  /** Begins to watch a root, until the signal aborts. */
  observe(root: Document | ShadowRoot): void;
  /** Looks at what has come without waiting for its time; false where it was more than a slice can take. */
  flush(): boolean;
}

/**
 * Records are looked at this long after the first of them came: one look for a burst of tokens. As long as an answer that
 * streams is left alone between two looks at it, so that both are one.
 */
const DELAY_MS = 200;
/** Timers of a tab in the background may wait for a minute. So many records do not: they hold nodes of the page. */
const MOST_WAITING = 4_000;

/** Watches roots until the signal aborts. */
export function watchRoots(changes: Changes, signal: AbortSignal): Watch {
  let seen = new Set<Node>();
  /** Text nodes whose change waits to be looked at: most records of a stream are of the same one. */
  let texts = new Set<Node>();
  const slices = new Slices<MutationRecord>(
    (record) => look(record, seen, changes),
    DELAY_MS,
    signal,
    () => {
      seen = new Set();
      texts = new Set();
      changes.settled();
    },
  );
  const isNews = (record: MutationRecord): boolean => {
    // Asking a record of text for its lists of nodes would make two for nothing.
    if (record.type === 'childList') {
      if (record.removedNodes.length > 0) changes.removed(record.target);
      return true;
    }
    if (texts.has(record.target)) return false;
    texts.add(record.target);
    return true;
  };
  const observer = new MutationObserver((records) => {
    // Asked once for a burst: the browser takes its time to answer.
    if (slices.waiting === 0 && retireOrphan()) return;
    for (const record of records) if (isNews(record)) slices.add(record);
    if (slices.waiting > MOST_WAITING) slices.flush();
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    observe: (root) => observer.observe(root, { childList: true, subtree: true, characterData: true }),
    flush: () => slices.flush(),
  };
}

function look(record: MutationRecord, seen: Set<Node>, changes: Changes): void {
  const { target } = record;
  if (!seen.has(target)) {
    seen.add(target);
    if (!isOwn(target)) changes.changed(target);
  }
  if (record.type !== 'childList') return;
  for (const node of record.addedNodes) {
    if (!(node instanceof Element) || seen.has(node)) continue;
    seen.add(node);
    if (node.isConnected && !node.hasAttribute(OWN_ATTRIBUTE)) changes.added(node);
  }
}

const isOwn = (node: Node): boolean => node instanceof Element && node.hasAttribute(OWN_ATTRIBUTE);
