/** Collects what changes in a page from one look to the next. */

import { type Lost, lostIn } from './moved.ts';
import { Moves } from './moves.ts';
import { newIn } from './redrawn.ts';

/** Changes that follow one another as closely as this are one for whoever reads them. */
const BEAT_MS = 12;
/** What is drawn anew is measured each time, as long as it is no longer than this: else it counts once a look. */
const LONGEST_MEASURED = 20_000;
/** A text that is longer than this is no label, which says one thing and then another. */
const LONGEST_LABEL = 80;
/** Nothing is told by more beats of one look. */
const MOST_BEATS = 50;

/** What changed in one node. */
export interface NodeChange {
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

/** How long what is drawn anew was when it was last measured. */
export type Lengths = WeakMap<Node, number>;

/** What changed in one look. */
export class Batch {
  readonly #byTarget = new Map<Node, NodeChange>();
  readonly moves = new Moves();
  readonly #lengths: Lengths;
  /** Asked at each token: to find it in the window takes as long as to read it. */
  readonly #clock = performance;
  /** How often something changed in what is followed. */
  went = 0;
  /** The one after it, which fills up while this one is looked at. */
  next: Batch | undefined;
  /** When text last came: however late we look, this is when the page put it there. */
  beatMs: number;
  #lost: readonly Lost[] | undefined;
  /** Where in what is followed something last changed: most records of a stream come from there. */
  #known: Node | undefined;

  constructor(lengths: Lengths, beatMs = 0) {
    this.#lengths = lengths;
    this.beatMs = beatMs;
  }

  /** Whether nothing changed but what is followed. */
  get isKnown(): boolean {
    return this.#byTarget.size === 0;
  }

  changes(): Iterable<NodeChange> {
    return this.#byTarget.values();
  }

  /** What is gone from where nothing took its place. */
  lost(): readonly Lost[] {
    this.#lost ??= lostIn(this.#byTarget.values());
    return this.#lost;
  }

  take(records: readonly MutationRecord[], followed: Element | undefined): void {
    let now: number | undefined;
    let last: Node | undefined;
    let went = 0;
    const drawn = new Set<NodeChange>();
    for (const record of records) {
      const { target } = record;
      // Most records of a stream are of the same text, of which the first one tells what it was.
      if (target === last) continue;
      if (followed && (target === this.#known || followed.contains(target))) {
        this.#known = target;
        went = 1;
        continue;
      }
      now ??= this.#begin();
      // Asking a record of text for its lists of nodes would make two for nothing.
      if (record.type === 'childList') {
        this.#known = undefined;
        const change = this.#takeNodes(record, now);
        if (isRelabelled(record)) change.length = target.textContent?.length ?? 0;
        drawn.add(change);
      } else {
        last = target;
        this.#takeText(target as CharacterData, record, now);
      }
    }
    this.went += went;
    for (const change of drawn) this.#measure(change);
  }

  /** Something comes of which it counts when it did. */
  #begin(): number {
    const now = this.#clock.now();
    if (now - this.beatMs >= BEAT_MS) this.beatMs = now;
    return now;
  }

  /** Leaves a change to a later batch in which the same was drawn anew once more, where there is one. */
  leavesToNext(change: NodeChange): boolean {
    for (let later = this.next; later; later = later.next) if (later.#takesUp(change, this)) return true;
    return false;
  }

  /**
   * What came between two drawings stands nowhere any more by now, and what it took the place of would be lost with it: so
   * both are looked at as one. Of a text that goes on, what is seen now is not new then.
   */
  #takesUp({ target, added, removed, beats }: NodeChange, from: Batch): boolean {
    const change = this.#byTarget.get(target);
    if (change?.was !== undefined) change.was = target.textContent ?? '';
    if (!change || change.removed.size === 0 || added.size === 0) return false;
    change.added = new Map([...added, ...change.added]);
    change.removed = new Set([...removed, ...change.removed]);
    change.beats = [...beats, ...change.beats].slice(0, MOST_BEATS);
    this.moves.takeUp(added.keys(), removed, from.moves);
    return true;
  }

  #takeText(target: CharacterData, record: MutationRecord, now: number): void {
    const change = this.#changeOf(target, now);
    if (change.was === undefined) {
      change.was = record.oldValue ?? '';
      change.length = change.was.length;
    }
    // The browser copies a text for whoever asks what it was, or is: a long one is only measured.
    if (change.length <= LONGEST_LABEL && saysOther(record.oldValue ?? '', target.data)) change.length = target.length;
    this.#beat(change, target.length);
  }

  #takeNodes({ target, addedNodes, removedNodes }: MutationRecord, now: number): NodeChange {
    const change = this.#changeOf(target, now);
    for (const node of addedNodes) {
      if (!isDrawn(node)) continue;
      change.added.set(node, this.beatMs);
      this.moves.put(node, now);
    }
    for (const node of removedNodes) {
      if (!isDrawn(node)) continue;
      change.removed.add(node);
      this.moves.take(node);
    }
    return change;
  }

  /** Where nothing was drawn anew, each piece tells by itself when it came. */
  #measure(change: NodeChange): void {
    const { target, added, removed } = change;
    const isOwn = target instanceof Element && target.childElementCount === 0;
    if ((!isOwn && (removed.size === 0 || added.size === 0)) || change.length > LONGEST_MEASURED) return;
    this.#beat(change, target.textContent?.length ?? 0);
    this.#lengths.set(target, change.length);
  }

  #beat(change: NodeChange, length: number): void {
    const { beats } = change;
    if (length > change.length && beats.at(-1) !== this.beatMs && beats.length < MOST_BEATS) beats.push(this.beatMs);
    change.length = length;
  }

  #changeOf(target: Node, now: number): NodeChange {
    const known = this.#byTarget.get(target);
    if (known) return known;
    const change: NodeChange = {
      target,
      sinceMs: now,
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
