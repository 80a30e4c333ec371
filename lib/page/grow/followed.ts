/**
 * The text of an answer that a learned profile reads while it grows. It is known where that is: from then on it is only
 * measured, once a look, and nobody asks what changes in it.
 */
import type { ToolProfile } from '../../tools/profile.ts';
import type { Turns } from '../detect/turns.ts';
import { turnsBy } from '../detect/turns-by.ts';
import { holds } from '../ground/tree.ts';
import type { Arrival } from './redrawn.ts';

export class Followed {
  #turns: Turns | undefined;
  #element: Element | undefined;
  #length = 0;
  #lookedMs = 0;

  /** By which profile it is known from now on. */
  know(profile: ToolProfile | undefined): void {
    this.#turns = profile && turnsBy(profile);
    this.#element = undefined;
  }

  get element(): Element | undefined {
    return this.#element;
  }

  /** Text came in `grown`: follows the answer's text in which that stands. It never holds the prompt, `echo`. Whether it does so from now on. */
  begin(grown: Element, echo: Element | undefined): boolean {
    if (!this.#turns || this.#element) return false;
    const turn = this.#turns.of(grown);
    const [prose, ...more] = turn ? this.#turns.prose(turn) : [];
    if (!prose?.contains(grown) || more.length > 0 || (echo && holds(prose, echo))) return false;
    // The text is not there yet: this is what comes before it, such as what the tool thinks.
    if (prose === turn && this.#turns.profile.prose) return false;
    this.#element = prose;
    this.#length = lengthOf(prose);
    this.#lookedMs = performance.now();
    return true;
  }

  end(): void {
    this.#element = undefined;
  }

  /**
   * What came in it since this was last asked, in so many pieces; it is followed no longer where the page has drawn it anew. That it
   * came piece by piece is told by how many there were: when each did nobody asked.
   */
  came(pieces: number): Arrival | undefined {
    const element = this.#element;
    if (!element) return undefined;
    const gained = lengthOf(element) - this.#length;
    this.#length += gained;
    const beats = this.#beats(Math.min(pieces, MOST_BEATS));
    if (!element.isConnected) this.#element = undefined;
    return element.isConnected && gained > 0 ? { element, gained, isKnown: true, beats } : undefined;
  }

  #beats(count: number): number[] {
    const [since, now] = [this.#lookedMs, performance.now()];
    this.#lookedMs = now;
    return Array.from({ length: count }, (_, at) => since + ((at + 1) / count) * (now - since));
  }
}

/** Nothing is told by more of them in one look. */
const MOST_BEATS = 50;

const lengthOf = (element: Element): number => element.textContent?.length ?? 0;
