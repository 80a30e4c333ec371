/** How text grows in a page: by how much, how often, where. One burst is what grows with no long pause between. */

import { aroundIt, blockOf, holds } from '../ground/tree.ts';
import { innermostWith } from './moved.ts';
import { type Arrival, isAlike, lettersOf, saysOtherThan } from './redrawn.ts';

/** A pause that ends a burst. Longer than between tokens, shorter than between answers. */
const PAUSE_MS = 2_500;
/** Nothing is told by more of them. */
const MOST_BEATS = 200;
/** Most elements that are remembered of earlier bursts. */
const MOST_EARLIER = 60;

export interface Grown {
  /** Characters that came since the burst began. */
  gained: number;
  /** In how many looks some came. */
  looks: number;
  /** When some came: as often as the page put it there, however late we look. No more than `MOST_BEATS`. */
  beats: Set<number>;
  firstMs: number;
  lastMs: number;
  /** It is where a learned profile reads the text of an answer: how often it grew is not asked. */
  isKnown?: true;
}

export interface Burst {
  startedMs: number;
  lastMs: number;
  grown: Map<Element, Grown>;
  /** What grew last before it began: an answer that paused is one answer. */
  earlier: Map<Element, Grown>;
}

export class Growth {
  #burst: Burst | undefined;
  #earlier = new Map<Element, Grown>();

  /** Notes text that came, or an element that was drawn anew. */
  note({ element, gained, instead, isMoved, isOther, isKnown, beats }: Arrival): void {
    if (isMoved && instead) return this.#moveInto(element, instead);
    if (instead) this.#moveOn(instead, element);
    // A clock that runs while the answer comes, and then says how long that took.
    if (isOther) this.#burst?.grown.delete(element);
    if (gained > 0) this.#add(element, gained, isOther ? beats.slice(-1) : beats, isKnown);
  }

  /**
   * What was told of an element that came went on growing in the same look: it itself, else what came most in it. A name or
   * a divider that came with that did not grow.
   */
  again(element: Element, beats: readonly number[]): void {
    const { grown } = this.#burst ?? {};
    if (!grown || beats.length === 0) return;
    const within = grown.has(element) ? [element] : [...grown.keys()].filter((inner) => element.contains(inner));
    const most = Math.max(...within.map((inner) => grown.get(inner)?.gained ?? 0));
    for (const inner of within) if (grown.get(inner)?.gained === most) this.#add(inner, 0, beats);
  }

  /** What grew in an element is its own from now on: it is measured as a whole, and nobody sees what is drawn anew in it. */
  gather(whole: Element): void {
    const { grown } = this.#burst ?? {};
    for (const [element, growth] of [...(grown ?? [])]) {
      if (element === whole || !holds(whole, element)) continue;
      grown?.delete(element);
      if (grown) merge(grown, whole, { ...growth, isKnown: true });
    }
  }

  /** Whether something in an element grew piece by piece in the last burst, or also in one before it. */
  streamedIn(element: Element, isEarlier = false): boolean {
    const all = [...(this.#burst?.grown ?? []), ...(isEarlier ? this.#earlier : [])];
    return all.some(([node, { beats }]) => beats.size > 2 && holds(element, node));
  }

  /** Whether an element has grown in the burst that goes on. */
  has(element: Element): boolean {
    return this.#burst?.grown.has(element) === true;
  }

  #add(element: Element, gained: number, beats: readonly number[], isKnown?: true): void {
    const now = performance.now();
    const [firstMs, lastMs] = [beats[0] ?? now, beats.at(-1) ?? now];
    if (!this.#burst || firstMs - this.#burst.lastMs > PAUSE_MS) {
      this.end();
      this.#burst = { startedMs: firstMs, lastMs, grown: new Map(), earlier: this.#earlier };
    }
    merge(this.#burst.grown, element, {
      gained,
      looks: gained > 0 ? 1 : 0,
      beats: new Set(beats.length > 0 ? beats : [now]),
      firstMs,
      lastMs,
      ...(isKnown ? { isKnown } : {}),
    });
    this.#burst.lastMs = Math.max(this.#burst.lastMs, lastMs);
  }

  /** What grew in an element that is gone goes on in the one that stands in its place. */
  #moveOn(before: Element, now: Element): void {
    for (const grown of this.#burst ? [this.#burst.grown, this.#earlier] : [this.#earlier])
      for (const [element, growth] of [...grown]) {
        if (element.isConnected || !before.contains(element)) continue;
        grown.delete(element);
        const { found, isSure } = counterpart(element, before, now);
        if (isSure || !saysOtherThan([element], found)) merge(grown, found, growth);
      }
  }

  /**
   * A text was moved into an element: what grew of it piece by piece elsewhere, and is gone or emptied (`held`), goes on where its
   * beginning stands now.
   */
  #moveInto(now: Element, held: Element): void {
    const { grown } = this.#burst ?? {};
    const gone = [...(grown ?? [])].flatMap(([element, growth]) => {
      const found = element.isConnected ? element === held && now : innermostWith(lettersOf([element]), now);
      return found ? [{ element, growth, found }] : [];
    });
    if (!grown || !gone.some(({ growth }) => growth.beats.size > 1)) return;
    for (const element of grown.keys()) if (holds(now, element)) grown.delete(element);
    for (const { element, growth, found } of gone) {
      grown.delete(element);
      merge(grown, found, growth);
    }
  }

  /** The burst that goes on, or the last one. */
  get burst(): Burst | undefined {
    return this.#burst;
  }

  /** The burst up to a moment: what came before something else happened. Undefined where nothing did. */
  before(atMs: number): Burst | undefined {
    const grown = new Map([...(this.#burst?.grown ?? [])].filter(([, { firstMs }]) => firstMs < atMs));
    return this.#burst && grown.size > 0 ? { ...this.#burst, grown } : undefined;
  }

  /** Ends the burst: what grows next is another one. */
  end(): void {
    const all = [...this.#earlier, ...(this.#burst?.grown ?? [])].filter(([element]) => element.isConnected);
    this.#earlier = new Map(all.slice(-MOST_EARLIER));
    this.#burst = undefined;
  }
}

function merge(grown: Map<Element, Grown>, element: Element, growth: Grown): void {
  const own = grown.get(element);
  if (own) addTo(own, growth);
  else grown.set(element, growth);
}

function addTo(sum: Grown, { gained, looks, beats, firstMs, lastMs, isKnown }: Grown): void {
  sum.gained += gained;
  sum.looks += looks;
  for (const beat of beats) if (sum.beats.size < MOST_BEATS) sum.beats.add(beat);
  sum.firstMs = Math.min(sum.firstMs, firstMs);
  sum.lastMs = Math.max(sum.lastMs, lastMs);
  if (isKnown) sum.isKnown = isKnown;
}

function sumOf(all: readonly Grown[]): Grown {
  const sum: Grown = {
    gained: 0,
    looks: 0,
    beats: new Set(),
    firstMs: Number.POSITIVE_INFINITY,
    lastMs: Number.NEGATIVE_INFINITY,
  };
  for (const growth of all) addTo(sum, growth);
  return sum;
}

/** The element that stands in `now` where `element` stood in `before`, or, not so sure, the nearest one around that place. */
function counterpart(element: Element, before: Element, now: Element): { found: Element; isSure: boolean } {
  const path: Element[] = [];
  for (let node = element; node !== before && node.parentElement; node = node.parentElement) path.unshift(node);
  let found = now;
  for (const step of path) {
    const at = [...(step.parentElement?.children ?? [])].indexOf(step);
    const alike = [...found.children].filter((child) => isAlike(child, step));
    const child = alike.find((node) => found.children[at] === node) ?? alike[0];
    if (!child) return { found, isSure: false };
    found = child;
  }
  return { found, isSure: true };
}

/** Where a burst's text stands. */
export interface Region {
  element: Element;
  gained: number;
  /** How often it grew: a whole answer that arrives at once has one. */
  steps: number;
  /** From the first of them to the last. */
  grewMs: number;
  /** How often the element grew that did so most, by its own text. */
  own: number;
  /** The same of blocks: a stream goes on in its paragraph, a log begins a new line. */
  inline: number;
}

/** The deepest element with nearly all of what grew and `accepts` takes, or undefined where nothing did. */
export function regionOf({ grown }: Burst, accepts: (element: Element) => boolean): Region | undefined {
  const live = [...grown].filter(([element]) => element.isConnected && accepts(element));
  const total = live.reduce((sum, [, { gained }]) => sum + gained, 0);
  if (total === 0) return undefined;
  const weights = new Map<Element, number>();
  let found: Element | undefined;
  for (const [element, { gained }] of live)
    for (const node of aroundIt(element)) {
      const weight = (weights.get(node) ?? 0) + gained;
      weights.set(node, weight);
    }
  // The deepest one that holds 85 %: sidebars and counters that grow at the same time hold the rest.
  let deepest = -1;
  for (const [element, weight] of weights) {
    const depth = weight >= 0.85 * total ? aroundIt(element).length : -1;
    if (depth > deepest) [found, deepest] = [element, depth];
  }
  return found && { element: found, ...inside(found, live) };
}

/** How much, and how often, an element grew. */
export function grownIn({ grown }: Burst, element: Element): Omit<Region, 'element'> {
  return inside(
    element,
    [...grown].filter(([node]) => node.isConnected),
  );
}

/** From when to when something in an element grew. */
export function spanIn({ grown }: Burst, element: Element): [number, number] {
  const { firstMs, lastMs } = sumOf([...grown].flatMap(([node, growth]) => (holds(element, node) ? growth : [])));
  return [firstMs, lastMs];
}

function inside(element: Element, grown: readonly (readonly [Element, Grown])[]): Omit<Region, 'element'> {
  const within = grown.filter(([node]) => aroundIt(node).includes(element));
  const { gained, beats, firstMs, lastMs } = sumOf(within.map(([, growth]) => growth));
  const [own, inline] = [Math.max(0, ...within.map(([, growth]) => growth.beats.size)), mostInBlock(within)];
  const grewMs = Math.max(0, lastMs - firstMs - stillMs([...beats].sort((a, b) => a - b)));
  return { gained, steps: beats.size, grewMs, own, inline };
}

/** Fewer pieces have no rhythm: a message, its sign that it was seen and a card for its address come one by one. */
const FEWEST_IN_RHYTHM = 6;
/** A gap this many times as long as most are is a standstill: of the machine, or of what the answer waited for. */
const STANDSTILL = 4;

/** How long a growth stood still, by its own rhythm: with that it would look as slow as somebody who types. */
function stillMs(beats: readonly number[]): number {
  if (beats.length < FEWEST_IN_RHYTHM) return 0;
  const gaps = beats.slice(1).map((beat, at) => beat - (beats[at] ?? beat));
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  return gaps.reduce((sum, gap) => sum + Math.max(0, gap - STANDSTILL * usual), 0);
}

/** How often the block grew that did so most. Some tools put each word in an element of its own: those grow with their block. */
function mostInBlock(grown: readonly (readonly [Element, Grown])[]): number {
  const byBlock = new Map<Element, Set<number>>();
  for (const [element, { beats }] of grown) {
    const block = blockOf(element);
    byBlock.set(block, new Set([...(byBlock.get(block) ?? []), ...beats]));
  }
  return Math.max(0, ...[...byBlock.values()].map(({ size }) => size));
}

/** How much grew in each child of a list; costs what grew, not how long the list is. */
export function gainedByPart({ grown }: Burst, list: Element): Map<Element, number> {
  const byPart = new Map<Element, number>();
  for (const [node, { gained }] of grown) {
    const around = node.isConnected ? aroundIt(node) : [];
    const part = around[around.indexOf(list) - 1];
    if (part) byPart.set(part, (byPart.get(part) ?? 0) + gained);
  }
  return byPart;
}
