/** How text grows in a page: by how much, in how many looks, where. One burst is what grows with no long pause between. */

import { aroundIt, blockOf, holds } from '../ground/tree.ts';
import { type Arrival, isAlike } from './redrawn.ts';

/** A pause that ends a burst. Longer than between tokens, shorter than between answers. */
const PAUSE_MS = 2_500;

interface Grown {
  /** Characters that came since the burst began. */
  gained: number;
  /** The looks in which some came, and when the first and the last of them were. */
  looks: Set<number>;
  firstMs: number;
  lastMs: number;
}

export interface Burst {
  startedMs: number;
  lastMs: number;
  grown: Map<Element, Grown>;
}

export class Growth {
  #burst: Burst | undefined;
  #look = 0;

  /** Notes text that came, or an element that was drawn anew. */
  note({ element, gained, instead }: Arrival): void {
    if (instead) this.#moveOn(instead, element);
    if (gained > 0) this.#add(element, gained);
  }

  /** Everything noted since the last call was one look. */
  looked(): void {
    this.#look++;
  }

  #add(element: Element, gained: number): void {
    const now = performance.now();
    if (!this.#burst || now - this.#burst.lastMs > PAUSE_MS)
      this.#burst = { startedMs: now, lastMs: now, grown: new Map() };
    const growth = { gained, looks: new Set([this.#look]), firstMs: now, lastMs: now };
    merge(this.#burst.grown, element, growth);
    this.#burst.lastMs = now;
  }

  /** What grew in an element that is gone goes on in the one that stands in its place. */
  #moveOn(before: Element, now: Element): void {
    const { grown } = this.#burst ?? {};
    if (!grown) return;
    for (const [element, growth] of [...grown]) {
      if (element.isConnected || !before.contains(element)) continue;
      grown.delete(element);
      merge(grown, counterpart(element, before, now), growth);
    }
  }

  /** The burst that goes on, or the last one. */
  get burst(): Burst | undefined {
    return this.#burst;
  }

  /** Ends the burst: what grows next is another one. */
  end(): void {
    this.#burst = undefined;
  }
}

function merge(grown: Map<Element, Grown>, element: Element, growth: Grown): void {
  const own = grown.get(element);
  grown.set(element, own ? sumOf([own, growth]) : growth);
}

function sumOf(all: readonly Grown[]): Grown {
  return {
    gained: all.reduce((sum, { gained }) => sum + gained, 0),
    looks: new Set(all.flatMap(({ looks }) => [...looks])),
    firstMs: Math.min(...all.map(({ firstMs }) => firstMs)),
    lastMs: Math.max(...all.map(({ lastMs }) => lastMs)),
  };
}

/** The element that stands in `now` where `element` stood in `before`, or the nearest one around that place. */
function counterpart(element: Element, before: Element, now: Element): Element {
  const path: Element[] = [];
  for (let node = element; node !== before && node.parentElement; node = node.parentElement) path.unshift(node);
  let found = now;
  for (const step of path) {
    const at = [...(step.parentElement?.children ?? [])].indexOf(step);
    const alike = [...found.children].filter((child) => isAlike(child, step));
    const child = alike.find((node) => found.children[at] === node) ?? alike[0];
    if (!child) break;
    found = child;
  }
  return found;
}

/** Where a burst's text stands. */
export interface Region {
  element: Element;
  gained: number;
  /** Looks in which it grew: a whole answer that arrives at once has one. */
  steps: number;
  /** From the first of them to the last. */
  grewMs: number;
  /** Most looks in which one and the same element grew by its own text. */
  own: number;
  /** Most looks in which one and the same block grew: a stream goes on in its paragraph, a log begins a new line. */
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

/** How much, and in how many looks, grew in an element. */
export function grownIn({ grown }: Burst, element: Element): Omit<Region, 'element'> {
  return inside(
    element,
    [...grown].filter(([node]) => node.isConnected),
  );
}

function inside(element: Element, grown: readonly (readonly [Element, Grown])[]): Omit<Region, 'element'> {
  const within = grown.filter(([node]) => aroundIt(node).includes(element));
  const { gained, looks, firstMs, lastMs } = sumOf(within.map(([, growth]) => growth));
  const [own, inline] = [Math.max(0, ...within.map(([, growth]) => growth.looks.size)), mostInBlock(within)];
  return { gained, steps: looks.size, grewMs: Math.max(0, lastMs - firstMs), own, inline };
}

/** Most looks in which one block grew. Some tools put each word in an element of its own: those grow with their block. */
function mostInBlock(grown: readonly (readonly [Element, Grown])[]): number {
  const byBlock = new Map<Element, Set<number>>();
  for (const [element, { looks }] of grown) {
    const block = blockOf(element);
    byBlock.set(block, new Set([...(byBlock.get(block) ?? []), ...looks]));
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

/** The elements in `turn` in which text came that reads like an answer's, and not like a name or a clock beside it. */
export function wordsIn(
  { grown }: Burst,
  turn: Element,
  isWords: (element: Element, looks: number) => boolean,
): Element[] {
  return [...grown].flatMap(([element, { looks }]) =>
    element.isConnected && holds(turn, element) && isWords(element, looks.size) ? [element] : [],
  );
}
