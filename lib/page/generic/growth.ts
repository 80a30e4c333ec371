/** How text grows in a page: by how much, in how many steps, where. One burst is what grows with no long pause between. */

/** A pause that ends a burst. Longer than between tokens, shorter than between answers. */
const PAUSE_MS = 2_500;

interface Grown {
  element: Element;
  length: number;
  /** Characters that came since the burst began. */
  gained: number;
}

export interface Burst {
  startedMs: number;
  lastMs: number;
  /** Looks at which text was found to have grown: a whole answer that arrives at once has one. */
  steps: number;
  grown: Map<Element, Grown>;
}

export class Growth {
  /** Text lengths at the last look: what is not in it was not there. */
  readonly #lengths = new WeakMap<Element, number>();
  #burst: Burst | undefined;
  #stepMs = 0;

  /** Notes the present length of an element whose content changed. */
  note(element: Element): void {
    const length = element.textContent?.length ?? 0;
    const before = this.#lengths.get(element) ?? 0;
    this.#lengths.set(element, length);
    if (length <= before) return;
    const now = performance.now();
    if (!this.#burst || now - this.#burst.lastMs > PAUSE_MS)
      this.#burst = { startedMs: now, lastMs: now, steps: 0, grown: new Map() };
    const grown = this.#burst.grown.get(element) ?? { element, length, gained: 0 };
    this.#burst.grown.set(element, { element, length, gained: grown.gained + length - before });
    // All that changed in one look is one step.
    if (now - this.#stepMs > 50) this.#burst.steps++;
    this.#stepMs = now;
    this.#burst.lastMs = now;
  }

  /** Learns what is there already, so that only what comes later counts as growth. */
  know(element: Element): void {
    this.#lengths.set(element, element.textContent?.length ?? 0);
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

/** Of what grew, the part of one place: the deepest element with nearly all of the burst's text, or undefined. */
export function regionOf({ grown }: Burst, accepts: (element: Element) => boolean): Element | undefined {
  const live = [...grown.values()].filter(({ element }) => element.isConnected && accepts(element));
  // An element and one inside it both tell of the same text: the innermost ones count.
  const inner = live.filter(
    ({ element }) => !live.some((other) => other.element !== element && element.contains(other.element)),
  );
  const total = inner.reduce((sum, { gained }) => sum + gained, 0);
  if (total === 0) return undefined;
  let region: Element | undefined;
  let share = 0;
  const weights = new Map<Element, number>();
  for (const { element, gained } of inner)
    for (let node: Element | null = element; node; node = node.parentElement) {
      const weight = (weights.get(node) ?? 0) + gained;
      weights.set(node, weight);
      // The deepest one that holds 85 %: sidebars and counters that grow at the same time hold the rest.
      if (weight >= 0.85 * total && (!region || region.contains(node))) [region, share] = [node, weight];
    }
  return share > 0 ? region : undefined;
}
