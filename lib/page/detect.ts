/** Finds the outputs of a frame by a profile, and follows each from its first token to `complete`. */
import type { ListedOutput } from '../messages/page-protocol.ts';
import { conversationIdOf, type Found, messageIdOf, textOf } from './found.ts';
import { Slices } from './schedule.ts';
import { shadowOf } from './shadow.ts';
import { findsAny, holdsAny, type Root, type Turns } from './turns.ts';
import { watchRoots } from './watch.ts';

/** How often a streaming output is looked at: an output ends at most this long after it could have been known. */
const TICK_MS = 150;
/** Quiet time after which an answer whose tool shows no mark any more is complete. */
const QUIET_MARKED_MS = 350;
/** Quiet times where no mark was ever seen: at least, and at most however slow the stream was. */
const QUIET_MS = 700;
const LONGEST_QUIET_MS = 2_500;
/** A pause this many times the longest one so far is more than the stream's rhythm. */
const RHYTHM = 3;
/** A mark that stays although nothing came for this long is a mark that somebody forgot to remove. */
const STALE_MARK_MS = 120_000;

/** How long after an answer the page is looked over. */
const SWEEP_MS = 1_500;

export interface DetectorEvents {
  /** An output is complete, for the first time or with a changed text. */
  completed(found: Found): void;
  /** An output has left the page. */
  gone(found: Found): void;
}

export class Detector {
  readonly turns: Turns;
  readonly #events: DetectorEvents;
  readonly #signal: AbortSignal;
  readonly #byTurn = new Map<Element, Found>();
  readonly #roots = new Set<Root>();
  readonly #addRoot: (root: Root) => void;
  readonly #initial: Slices<[Element, Root]>;
  #earlier: Found[];
  #ticker: ReturnType<typeof setTimeout> | undefined;
  #sweeper: ReturnType<typeof setTimeout> | undefined;
  /** The newest answer: the one that a stop button is about. */
  #latest: Found | undefined;
  #count = 0;
  #watchingSinceMs = performance.now();

  /** `earlier` is what was found when the frame was read by another profile: the same texts stay the same outputs. */
  constructor(turns: Turns, events: DetectorEvents, signal: AbortSignal, earlier: readonly Found[] = []) {
    this.#earlier = [...earlier];
    this.turns = turns;
    this.#events = events;
    this.#signal = signal;
    this.#initial = new Slices(([turn, root]) => this.#take(turn, root, 'present'), 0, signal);
    this.#addRoot = watchRoots(
      {
        changed: (node) => this.#changed(node),
        added: (element) => this.#added(element),
        settled: () => this.#dropGone(),
      },
      signal,
    );
    signal.addEventListener('abort', () => {
      clearTimeout(this.#ticker);
      clearTimeout(this.#sweeper);
    });
    document.addEventListener('visibilitychange', () => this.sweep(), { signal });
    this.#openRoot(document);
  }

  /** All outputs in page order. */
  list(): ListedOutput[] {
    this.#prune();
    return this.found().map((found) => ({
      id: found.id,
      text: found.state === 'complete' && found.text !== undefined ? found.text : textOf(found, this.turns),
      state: found.state,
      tool: this.turns.profile.id,
      evidence: [...found.evidence],
      startedAt: found.startedAt,
      ...(found.completedAt && found.state === 'complete' ? { completedAt: found.completedAt } : {}),
    }));
  }

  /** What was found, in page order. */
  found(): Found[] {
    return [...this.#byTurn.values()].sort(inPageOrder);
  }

  /** Looks over all roots once: for turns that got their marks after they were added. */
  sweep(): void {
    for (const root of this.#roots)
      for (const turn of this.turns.within(root)) if (!this.#byTurn.has(turn)) this.#take(turn, root, 'swept');
  }

  #openRoot(root: Root): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#addRoot(root);
    // The last one first: it is the one that may still stream.
    for (const turn of this.turns.within(root).reverse()) this.#initial.add([turn, root]);
    this.#openHosts(root);
  }

  /** Opens the shadow roots in which the profile says that the conversation lives. */
  #openHosts(within: ParentNode): void {
    for (const selector of this.turns.profile.shadowHosts ?? []) {
      const hosts = [...within.querySelectorAll(selector)];
      if (within instanceof Element && within.matches(selector)) hosts.push(within);
      for (const host of hosts) {
        const shadow = shadowOf(host);
        if (shadow) this.#openRoot(shadow);
        else this.#whenUpgraded(host);
      }
    }
  }

  /** A component's script may come after its element: look again once it is defined. */
  #whenUpgraded(host: Element): void {
    const look = () => {
      const shadow = shadowOf(host);
      if (shadow && !this.#signal.aborted) this.#openRoot(shadow);
    };
    for (const delayMs of [50, 250, 1_000, 4_000]) {
      const timer = setTimeout(look, delayMs);
      this.#signal.addEventListener('abort', () => clearTimeout(timer));
    }
  }

  #added(element: Element): void {
    if (this.turns.profile.shadowHosts) this.#openHosts(element);
    const own = this.turns.of(element);
    if (own) return own === element ? this.#take(own, rootOf(own), 'added') : undefined; // `changed` has seen its parent
    for (const turn of this.turns.within(element)) this.#take(turn, rootOf(turn), 'added');
  }

  #changed(node: Node): void {
    if (!node.isConnected) return;
    const turn = this.turns.of(node);
    if (!turn) return;
    const found = this.#byTurn.get(turn);
    if (found) this.#touch(found);
    else this.#take(turn, rootOf(turn), 'added');
  }

  #take(turn: Element, root: Root, how: 'present' | 'added' | 'swept'): void {
    if (this.#byTurn.has(turn) || !turn.isConnected || !this.turns.holds(turn)) return;
    const now = performance.now();
    const found: Found = {
      id: this.#idOf(turn),
      turn,
      box: turn,
      root,
      state: 'streaming',
      grew: false,
      marked: false,
      evidence: new Set(this.turns.evidence),
      startedAt: new Date().toISOString(),
      changedMs: now,
      longestGapMs: 0,
    };
    this.#byTurn.set(turn, found);
    if (how === 'added' || !this.#latest?.turn.isConnected) this.#latest = found;
    if (how !== 'added' && !this.#isMarked(found)) {
      found.evidence.add('present');
      this.#complete(found);
    } else this.#tickSoon();
  }

  #touch(found: Found): void {
    const now = performance.now();
    if (found.state === 'complete') {
      // Something changed in a complete answer: an edit, a late re-rendering, or a stream that goes on.
      found.state = 'streaming';
      found.longestGapMs = 0;
    } else {
      found.grew = true;
      found.longestGapMs = Math.max(found.longestGapMs, now - found.changedMs);
    }
    found.changedMs = now;
    this.#tickSoon();
  }

  #tickSoon(): void {
    this.#ticker ??= setTimeout(this.#tick, TICK_MS);
  }

  #tick = (): void => {
    this.#ticker = undefined;
    let waiting = false;
    for (const found of this.#byTurn.values()) {
      if (found.state === 'complete') continue;
      if (!found.turn.isConnected) this.#drop(found);
      else if (this.#hasEnded(found)) this.#complete(found);
      else waiting = true;
    }
    if (waiting) this.#tickSoon();
  };

  #hasEnded(found: Found): boolean {
    const quietMs = performance.now() - found.changedMs;
    if (quietMs < QUIET_MARKED_MS) return false;
    if (this.#isMarked(found)) {
      found.marked = true;
      return quietMs > STALE_MARK_MS;
    }
    if (found.marked) return true;
    return quietMs >= Math.min(LONGEST_QUIET_MS, Math.max(QUIET_MS, RHYTHM * found.longestGapMs));
  }

  /** Whether the tool says that this answer still streams: on the turn, or by its stop button, which is the last turn's. */
  #isMarked(found: Found): boolean {
    const { streaming, stop } = this.turns.profile;
    if (holdsAny(found.turn, streaming)) return true;
    return found === this.#latest && (findsAny(found.root, stop) || findsAny(document, stop));
  }

  #complete(found: Found): void {
    const text = textOf(found, this.turns);
    if (text === '') {
      // A turn that shows nothing yet: it comes back when something changes in it.
      this.#byTurn.delete(found.turn);
      return;
    }
    found.state = 'complete';
    found.box = this.turns.prose(found.turn)[0] ?? found.turn;
    found.evidence.add(found.marked ? 'mark:ended' : found.grew ? 'quiet' : 'present');
    if (found.grew) found.evidence.add('grew');
    if (found.text === text) return;
    this.#sweepLater();
    found.text = text;
    found.completedAt = new Date().toISOString();
    this.#goOn(found);
    this.#events.completed(found);
  }

  /** What was found here before, in another way, is the same output. */
  #goOn(found: Found): void {
    const at = this.#earlier.findIndex(({ text, turn }) => text === found.text && overlap(turn, found.turn));
    const [same] = at < 0 ? [] : this.#earlier.splice(at, 1);
    if (!same) return;
    const { id, startedAt, completedAt, grew } = same;
    Object.assign(found, { id, startedAt, completedAt, grew });
  }

  /** Once in a while after an answer, not while tokens come: turns that got their marks after they were added. */
  #sweepLater(): void {
    if (this.#sweeper !== undefined) return;
    this.#sweeper = setTimeout(() => {
      this.#sweeper = undefined;
      this.sweep();
    }, SWEEP_MS);
  }

  #dropGone(): void {
    for (const found of this.#byTurn.values()) if (!found.turn.isConnected) this.#drop(found);
  }

  /** Drops what is no turn any more. Asks each turn, so not while tokens come. */
  #prune(): void {
    for (const found of this.#byTurn.values())
      if (!found.turn.isConnected || !this.turns.holds(found.turn)) this.#drop(found);
  }

  #drop(found: Found): void {
    this.#byTurn.delete(found.turn);
    this.#events.gone(found);
  }

  #idOf(turn: Element): string {
    const { profile } = this.turns;
    const conversation = conversationIdOf(location, profile) ?? '-';
    const message = messageIdOf(turn, profile) ?? `${this.#watchingSinceMs.toString(36)}.${++this.#count}`;
    return `${profile.id}:${conversation}:${message}`;
  }
}

/** Whether two elements stand for the same place, through shadow roots. */
const overlap = (a: Element, b: Element): boolean => isIn(a, b) || isIn(b, a);

function isIn(inner: Node, outer: Element): boolean {
  if (outer.contains(inner)) return true;
  const root = inner.getRootNode();
  return root instanceof ShadowRoot && isIn(root.host, outer);
}

const rootOf = (node: Node): Root => node.getRootNode() as Root;

/** In document order; what stands in a shadow root counts where its host stands. */
function inPageOrder(a: Found, b: Found): number {
  let [left, right]: [Element, Element] = [a.turn, b.turn];
  if (left.getRootNode() !== right.getRootNode()) [left, right] = [hostInDocument(left), hostInDocument(right)];
  return left.compareDocumentPosition(right) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function hostInDocument(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? hostInDocument(root.host) : element;
}
