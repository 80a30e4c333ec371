/**
 * What text came into a page, and where. Counted from mutation records alone, so that it costs what changed and not
 * what the page holds, and so that a list which is drawn anew at each token counts for the token only.
 */
import { OWN_ATTRIBUTE } from '../bus.ts';
import { Slices } from '../schedule.ts';
import { type Arrival, arrivedIn } from './redrawn.ts';

type Root = Document | ShadowRoot;

/** Records are looked at this long after the first of them came. */
const DELAY_MS = 100;

export interface Arrivals {
  /** Text came, or was drawn anew. */
  arrived(arrival: Arrival): void;
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
  let records: MutationRecord[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slices = new Slices<() => void>(
    (look) => look(),
    0,
    signal,
    () => listener.settled(),
  );
  const flush = () => {
    timer = undefined;
    const batch = batchOf(records);
    records = [];
    for (const change of batch.changes) slices.add(() => look(change, batch, listener));
  };
  const observer = new MutationObserver((fresh) => {
    for (const record of fresh) records.push(record);
    timer ??= setTimeout(flush, DELAY_MS);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return (root) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });
}

interface Batch {
  changes: Iterable<Change>;
  /** All that was put anywhere, and all that was taken from anywhere: what is in both has moved. */
  added: ReadonlySet<Node>;
  removed: ReadonlySet<Node>;
}

function batchOf(records: readonly MutationRecord[]): Batch {
  const byTarget = new Map<Node, Change>();
  const [allAdded, allRemoved] = [new Set<Node>(), new Set<Node>()];
  for (const record of records) {
    const { target } = record;
    const change = byTarget.get(target) ?? { target, added: new Set(), removed: new Set() };
    byTarget.set(target, change);
    // Most records of a stream are of text: asking one of those for its lists of nodes would make two for nothing.
    if (record.type === 'characterData') change.was ??= record.oldValue ?? '';
    else {
      for (const node of record.addedNodes) {
        change.added.add(node);
        allAdded.add(node);
      }
      for (const node of record.removedNodes) {
        change.removed.add(node);
        allRemoved.add(node);
      }
    }
  }
  return { changes: byTarget.values(), added: allAdded, removed: allRemoved };
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
