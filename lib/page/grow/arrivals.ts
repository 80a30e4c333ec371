/**
 * What text came into a page, and where. Counted from mutation records alone, so that it costs what changed and not
 * what the page holds, and so that a list which is drawn anew at each token counts for the token only.
 */
import { OWN_ATTRIBUTE } from '../frame/bus.ts';
import { Slices } from '../ground/schedule.ts';
import type { Root } from '../ground/tree.ts';
import { type Arrival, arrivedIn } from './redrawn.ts';

/** Records are looked at this long after the first of them came. */
const DELAY_MS = 100;
/** The same while nothing changes but what is followed: nothing can be learned from how that grows. */
const KNOWN_MS = 250;

interface Arrivals {
  /** Text came, or was drawn anew. */
  arrived(arrival: Arrival): void;
  /** What grows in this element is known: told of as a whole, once a look, and not looked at. */
  followed(): Element | undefined;
  /** Something changed in what is followed. */
  went(): void;
  /** An element came, with whatever it holds. */
  added(element: Element): void;
  /** All that had come was looked at. */
  settled(): void;
}

interface Change {
  target: Node;
  added: Set<Node>;
  removed: Set<Node>;
  /** The text that a text node had at first. */
  was?: string;
}

/** Watches roots until the signal aborts. Returns how to add a root. */
export function watchArrivals(listener: Arrivals, signal: AbortSignal): (root: Root) => void {
  let batch = new Batch();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slices = new Slices<() => void>(
    (look) => look(),
    0,
    signal,
    () => listener.settled(),
  );
  const flush = () => {
    timer = undefined;
    const came = batch;
    batch = new Batch();
    if (came.went) slices.add(() => listener.went());
    for (const change of came.changes()) slices.add(() => look(change, came, listener));
    slices.flush();
  };
  const observer = new MutationObserver((records) => {
    batch.take(records, listener.followed());
    timer ??= setTimeout(flush, batch.isKnown ? KNOWN_MS : DELAY_MS);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return (root) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });
}

/** What changed in one look. */
class Batch {
  readonly #byTarget = new Map<Node, Change>();
  /** All that was put anywhere, and all that was taken from anywhere: what is in both has moved. */
  readonly added = new Set<Node>();
  readonly removed = new Set<Node>();
  /** Something changed in what is followed. */
  went = false;

  /** Whether nothing changed but what is followed. */
  get isKnown(): boolean {
    return this.#byTarget.size === 0;
  }

  changes(): Iterable<Change> {
    return this.#byTarget.values();
  }

  take(records: readonly MutationRecord[], followed: Element | undefined): void {
    let last: Node | undefined;
    for (const record of records) {
      const { target } = record;
      // Most records of a stream are of the same text, of which the first one tells what it was.
      if (target === last) continue;
      if (followed?.contains(target)) {
        last = target;
        this.went = true;
      } else if (record.type === 'childList') this.#takeNodes(record);
      // Asking a record of text for its lists of nodes would make two for nothing.
      else {
        last = target;
        this.#changeOf(target).was ??= record.oldValue ?? '';
      }
    }
  }

  #takeNodes({ target, addedNodes, removedNodes }: MutationRecord): void {
    const change = this.#changeOf(target);
    for (const node of addedNodes) {
      change.added.add(node);
      this.added.add(node);
    }
    for (const node of removedNodes) {
      change.removed.add(node);
      this.removed.add(node);
    }
  }

  #changeOf(target: Node): Change {
    const known = this.#byTarget.get(target);
    if (known) return known;
    const change = { target, added: new Set<Node>(), removed: new Set<Node>() };
    this.#byTarget.set(target, change);
    return change;
  }
}

function look({ target, added, removed, was }: Change, batch: Batch, listener: Arrivals): void {
  if (!target.isConnected || isOwn(target) || isWithin(target, batch)) return;
  const came = [...added].filter((node) => node.isConnected && node.parentNode === target && !isOwn(node));
  for (const node of came) if (node instanceof Element) listener.added(node);
  const fresh = came.filter((node) => !batch.removed.has(node));
  const gone = [...removed].filter((node) => !node.isConnected && !batch.added.has(node));
  for (const arrival of arrivedIn(target, fresh, gone, was)) listener.arrived(arrival);
}

/** Whether something around the node came in the same batch: then it is counted there, with all that it holds. */
function isWithin(node: Node, { added, removed }: Batch): boolean {
  for (let around: Node | null = node; around; around = around.parentNode)
    if (added.has(around) && !removed.has(around)) return true;
  return false;
}

const isOwn = (node: Node): boolean => node instanceof Element && node.hasAttribute(OWN_ATTRIBUTE);
