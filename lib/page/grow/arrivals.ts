/**
 * What text came into a page, and where. Counted from mutation records alone, so that it costs what changed and not
 * what the page holds, and so that a list which is drawn anew at each token counts for the token only.
 */
import { OWN_ATTRIBUTE } from '../frame/bus.ts';
import { takeChanges } from '../ground/records.ts';
import { Slices } from '../ground/schedule.ts';
import type { Root } from '../ground/tree.ts';
import { beatsIn } from './beats.ts';
import { type Arrival, arrivedIn, newIn } from './redrawn.ts';

/** Records are looked at this long after the first of them came. */
const DELAY_MS = 100;
/** The same while nothing changes but what is followed: nothing can be learned from how that grows. */
const KNOWN_MS = 250;

interface Arrivals {
  /** Text came, or was drawn anew. */
  arrived(arrival: Arrival): void;
  /** What was just told of went on growing meanwhile. */
  again(element: Element, beats: readonly number[]): void;
  /** What grows in this element is known: told of as a whole, once a look, and not looked at. */
  followed(): Element | undefined;
  /** Something changed in what is followed. */
  went(): void;
  /** An element came, with whatever it holds. */
  added(element: Element): void;
  /** All that had come was looked at. */
  settled(): void;
}

/** Changes that follow one another as closely as this are one for whoever reads them. */
const BEAT_MS = 12;
/** What is drawn anew is measured each time, as long as it is no longer than this: else it counts once a look. */
const LONGEST_MEASURED = 20_000;
/** A text that is longer than this is no label, which says one thing and then another. */
const LONGEST_LABEL = 80;
/** Nothing is told by more beats of one look. */
const MOST_BEATS = 50;

interface Change {
  target: Node;
  /** When something first changed in it. */
  sinceMs: number;
  /** What was put in, and when. */
  added: Map<Node, number>;
  removed: Set<Node>;
  /** The text that a text node had at first. */
  was?: string;
  /** When its text became longer, and how long it is. */
  beats: number[];
  length: number;
}

/** When what came was told of, with all that it held by then: on a busy machine some of that is in the next batch too. */
type Told = WeakMap<Node, number>;

/** How long what is drawn anew was when it was last measured. */
type Lengths = WeakMap<Node, number>;

/** Watches roots until the signal aborts. Returns how to add a root. */
export function watchArrivals(listener: Arrivals, signal: AbortSignal): (root: Root) => void {
  const lengths: Lengths = new WeakMap();
  const told: Told = new WeakMap();
  let batch = new Batch(lengths);
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
    batch = came.next = new Batch(lengths, came.beatMs);
    const looks = Array.from(came.changes(), (change) => () => look(change, came, told, listener));
    slices.addNow(came.went ? [() => listener.went(), ...looks] : looks);
  };
  const take = (records: readonly MutationRecord[]) => {
    batch.take(records, listener.followed());
    timer ??= setTimeout(flush, batch.isKnown ? KNOWN_MS : DELAY_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return takeChanges(take, signal);
}

/** What changed in one look. */
class Batch {
  readonly #byTarget = new Map<Node, Change>();
  /** All that was put anywhere, and all that was taken from anywhere: what was there before has moved. */
  readonly #added = new Set<Node>();
  readonly #removed = new Set<Node>();
  /** When something was put anywhere; beats may begin a little before that. */
  readonly #cameMs = new Map<Node, number>();
  /** What was put somewhere before it was taken from anywhere: it is new, wherever it stands now. */
  readonly #born = new Set<Node>();
  readonly #lengths: Lengths;
  /** Something changed in what is followed. */
  went = false;
  /** The one after it, which fills up while this one is looked at. */
  next: Batch | undefined;
  /** When text last came: however late we look, this is when the page put it there. */
  beatMs: number;

  constructor(lengths: Lengths, beatMs = 0) {
    this.#lengths = lengths;
    this.beatMs = beatMs;
  }

  /** Whether nothing changed but what is followed. */
  get isKnown(): boolean {
    return this.#byTarget.size === 0;
  }

  changes(): Iterable<Change> {
    return this.#byTarget.values();
  }

  isNew(node: Node): boolean {
    return this.#born.has(node) || (this.#added.has(node) && !this.#removed.has(node));
  }

  /** Whether something was put where it is at a moment or after it. */
  isSince(node: Node, atMs: number): boolean {
    return (this.#cameMs.get(node) ?? 0) >= atMs;
  }

  hasGone(node: Node): boolean {
    return !node.isConnected && !this.#added.has(node);
  }

  take(records: readonly MutationRecord[], followed: Element | undefined): void {
    const now = performance.now();
    if (now - this.beatMs >= BEAT_MS) this.beatMs = now;
    let last: Node | undefined;
    const drawn = new Set<Change>();
    for (const record of records) {
      const { target } = record;
      // Most records of a stream are of the same text, of which the first one tells what it was.
      if (target === last) continue;
      if (followed?.contains(target)) {
        last = target;
        this.went = true;
      } else if (record.type === 'childList') {
        const change = this.#takeNodes(record, now);
        if (isRelabelled(record)) change.length = target.textContent?.length ?? 0;
        drawn.add(change);
      }
      // Asking a record of text for its lists of nodes would make two for nothing.
      else {
        last = target;
        this.#takeText(target as CharacterData, record.oldValue ?? '');
      }
    }
    for (const change of drawn) this.#measure(change);
  }

  /** Leaves a change to a later batch in which the same was drawn anew once more, where there is one. */
  leavesToNext(change: Change): boolean {
    for (let later = this.next; later; later = later.next) if (later.#takesUp(change, this)) return true;
    return false;
  }

  /**
   * What came between two drawings stands nowhere any more by now, and what it took the place of would be lost with it: so
   * both are looked at as one. Of a text that goes on, what is seen now is not new then.
   */
  #takesUp({ target, added, removed, beats }: Change, from: Batch): boolean {
    const change = this.#byTarget.get(target);
    if (change?.was !== undefined) change.was = target.textContent ?? '';
    if (!change || change.removed.size === 0 || added.size === 0) return false;
    change.added = new Map([...added, ...change.added]);
    change.removed = new Set([...removed, ...change.removed]);
    change.beats = [...beats, ...change.beats].slice(0, MOST_BEATS);
    for (const node of removed) this.#removed.add(node);
    for (const node of added.keys()) {
      this.#added.add(node);
      if (!this.#cameMs.has(node)) this.#cameMs.set(node, from.#cameMs.get(node) ?? 0);
      if (from.#born.has(node)) this.#born.add(node);
    }
    return true;
  }

  #takeText(target: CharacterData, was: string): void {
    const change = this.#changeOf(target);
    if (change.was === undefined) [change.was, change.length] = [was, was.length];
    if (saysOther(was, target.data)) change.length = target.length;
    this.#beat(change, target.length);
  }

  #takeNodes({ target, addedNodes, removedNodes }: MutationRecord, now: number): Change {
    const change = this.#changeOf(target);
    for (const node of addedNodes) {
      if (!isDrawn(node)) continue;
      if (!this.#removed.has(node)) this.#born.add(node);
      change.added.set(node, this.beatMs);
      this.#added.add(node);
      this.#cameMs.set(node, now);
    }
    for (const node of removedNodes) {
      if (!isDrawn(node)) continue;
      change.removed.add(node);
      this.#removed.add(node);
    }
    return change;
  }

  /** Where nothing was drawn anew, each piece tells by itself when it came. */
  #measure(change: Change): void {
    const { target, added, removed } = change;
    const isOwn = target instanceof Element && target.childElementCount === 0;
    if ((!isOwn && (removed.size === 0 || added.size === 0)) || change.length > LONGEST_MEASURED) return;
    this.#beat(change, target.textContent?.length ?? 0);
  }

  #beat(change: Change, length: number): void {
    const { beats } = change;
    if (length > change.length && beats.at(-1) !== this.beatMs && beats.length < MOST_BEATS) beats.push(this.beatMs);
    change.length = length;
    this.#lengths.set(change.target, length);
  }

  #changeOf(target: Node): Change {
    const known = this.#byTarget.get(target);
    if (known) return known;
    const change: Change = {
      target,
      sinceMs: performance.now(),
      added: new Map(),
      removed: new Set(),
      beats: [],
      length: this.#lengths.get(target) ?? 0,
    };
    this.#byTarget.set(target, change);
    return change;
  }
}

/** Whether a short text is another one now, and no more of the same. */
const saysOther = (was: string, text: string): boolean =>
  was !== '' && was.length <= LONGEST_LABEL && newIn(was, text) <= 0;

function isRelabelled({ addedNodes: [added, next], removedNodes: [removed, other] }: MutationRecord): boolean {
  return added instanceof Text && removed instanceof Text && !next && !other && saysOther(removed.data, added.data);
}

/** A comment keeps a place free in many frameworks: what takes that place is put in, and draws nothing anew. */
const isDrawn = (node: Node): boolean => node instanceof Element || node instanceof Text;

function look(change: Change, batch: Batch, told: Told, listener: Arrivals): void {
  const { target, added, removed, beats } = change;
  if (!target.isConnected || isOwn(target)) return;
  const inner = target instanceof Element ? target : target.parentElement;
  if (isWithin(target, batch)) return inner ? listener.again(inner, beats) : undefined;
  if (batch.leavesToNext(change)) return;
  const came = [...added.keys()].filter((node) => node.isConnected && node.parentNode === target && !isOwn(node));
  for (const node of came) if (node instanceof Element) listener.added(node);
  const toldMs = toldAround(target, told);
  const fresh = came.filter((node) => batch.isNew(node) && batch.isSince(node, toldMs));
  const gone = [...removed].filter((node) => batch.hasGone(node));
  const was = change.sinceMs >= toldMs ? change.was : undefined;
  if (change.was !== was && inner) listener.again(inner, beats);
  const arrivals = arrivedIn(target, fresh, gone, was);
  for (const node of fresh) told.set(node, performance.now());
  const beatsOf = beatsIn(change, arrivals);
  for (const arrival of arrivals) listener.arrived({ ...arrival, beats: beatsOf(arrival) });
}

/** Whether something around the node came in the same batch: then it is counted there, with all that it holds. */
function isWithin(node: Node, batch: Batch): boolean {
  for (let around: Node | null = node; around; around = around.parentNode) if (batch.isNew(around)) return true;
  return false;
}

/** When something around a node, or it itself, was last told of with all that it held. */
function toldAround(node: Node, told: Told): number {
  let toldMs = Number.NEGATIVE_INFINITY;
  for (let around: Node | null = node; around; around = around.parentNode)
    toldMs = Math.max(toldMs, told.get(around) ?? toldMs);
  return toldMs;
}

const isOwn = (node: Node): boolean => node instanceof Element && node.hasAttribute(OWN_ATTRIBUTE);
