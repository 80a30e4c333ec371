/** Watches roots. What came is only stored at first; a scheduler looks at it later. */
import { OWN_ATTRIBUTE } from '../frame/bus.ts';
import { takeChanges } from './records.ts';
import { retireOrphan } from './retire.ts';
import { Slices } from './schedule.ts';

/** What changed in a root: the nodes whose content changed, and the elements that were added. */
interface Changes {
  changed(node: Node): void;
  added(element: Element): void;
  /** Something was taken out of `node`. Told at once, before anything else of the same time is looked at. */
  removed(node: Node): void;
  /** All that had come was looked at. */
  settled(): void;
  /** Whether `flush` will be called within the time of a look: while an answer streams there is one clock, not two. */
  isAwaited(): boolean;
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
  const looked = new Looked(changes);
  const slices = new Slices<MutationRecord>(
    (record) => looked.at(record),
    DELAY_MS,
    signal,
    () => {
      looked.forget();
      changes.settled();
    },
  );
  const take = (records: readonly MutationRecord[]) => {
    // Asked once for a burst: the browser takes its time to answer.
    if (slices.waiting === 0 && retireOrphan()) return;
    looked.isPast();
    for (const record of records) if (looked.isNews(record)) slices.add(record, changes.isAwaited());
    if (slices.waiting > MOST_WAITING) slices.flush();
  };
  return { observe: takeChanges(take, signal), flush: () => slices.flush() };
}

/** What was looked at, and waits to be, since everything had been looked at: the same need not be looked at twice. */
class Looked {
  readonly #changes: Changes;
  /** Told of already. */
  readonly #seen = new Set<Node>();
  /** What came, and with it all that stands in it. */
  readonly #came = new Set<Node>();
  /** Text nodes whose change waits to be looked at. */
  readonly #texts = new Set<Node>();
  /** The last of them: most records of a stream are of the same one, and need not be asked for more. */
  #lastText: Node | undefined;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  forget(): void {
    this.#seen.clear();
    this.#came.clear();
    this.#texts.clear();
    this.#lastText = undefined;
  }

  /** More changes, in the middle of looking: they come after what was looked at. */
  isPast(): void {
    if (this.#seen.size > 0) this.forget();
  }

  isNews(record: MutationRecord): boolean {
    const { target } = record;
    if (target === this.#lastText) return false;
    // Asking a record of text for its lists of nodes would make two for nothing.
    if (record.type === 'childList') {
      if (record.removedNodes.length > 0) this.#changes.removed(target);
      return true;
    }
    this.#lastText = target;
    if (this.#texts.has(target)) return false;
    this.#texts.add(target);
    return true;
  }

  at(record: MutationRecord): void {
    const { target } = record;
    const isList = record.type === 'childList';
    // What stands in something that has just come was looked at with it.
    const isIn = this.#came.has(isList ? target : (target.parentNode ?? target));
    if (!isIn) this.#changed(target);
    if (!isList) return;
    for (const node of record.addedNodes)
      if (isIn) this.#came.add(node);
      else if (node instanceof Element) this.#added(node);
  }

  #changed(target: Node): void {
    if (this.#seen.has(target)) return;
    this.#seen.add(target);
    if (!isOwn(target)) this.#changes.changed(target);
  }

  #added(element: Element): void {
    if (this.#seen.has(element)) return;
    this.#seen.add(element);
    if (!element.isConnected || element.hasAttribute(OWN_ATTRIBUTE)) return;
    this.#came.add(element);
    this.#changes.added(element);
  }
}

const isOwn = (node: Node): boolean => node instanceof Element && node.hasAttribute(OWN_ATTRIBUTE);
