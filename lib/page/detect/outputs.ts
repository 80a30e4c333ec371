/** The outputs of a frame by the elements that they stand in, and which output an element holds. */

import { overlap, type Root } from '../ground/tree.ts';
import { conversationIdOf, type Found, messageIdOf, type Name, textOf } from './found.ts';
import { type Gone, goesOn, isSameOutput, nameOf, Past } from './name.ts';
import type { Turns } from './turns.ts';

export class Outputs {
  readonly #turns: Turns;
  readonly #byTurn = new Map<Element, Found>();
  readonly #ids = new Set<string>();
  /** Where its last complete version stood: in which conversation, under which id, to which prompt. */
  readonly #names = new WeakMap<Found, Name>();
  readonly #past = new Past();
  /** Where something was taken out since it was last looked for what has gone. */
  readonly #removedFrom = new Set<Node>();
  readonly #earlier: Found[];
  readonly #sinceMs = performance.now();
  #count = 0;

  constructor(turns: Turns, earlier: readonly Found[]) {
    this.#turns = turns;
    this.#earlier = [...earlier];
  }

  all(): Iterable<Found> {
    return this.#byTurn.values();
  }

  at(turn: Element): Found | undefined {
    return this.#byTurn.get(turn);
  }

  #make(turn: Element, root: Root, name?: Name): Found {
    const found: Found = {
      id: this.#newId(turn),
      turn,
      box: turn,
      root,
      state: 'streaming',
      grew: false,
      evidence: new Set(this.#turns.evidence),
      startedAt: new Date().toISOString(),
    };
    if (name) this.#names.set(found, name);
    return this.#keep(found);
  }

  /** Lets go of an output that is none, or never was one. */
  forget(found: Found): void {
    if (this.#byTurn.get(found.turn) === found) this.#byTurn.delete(found.turn);
    this.#ids.delete(found.id);
  }

  /** Something was taken out of `node`. */
  removedFrom(node: Node): void {
    this.#removedFrom.add(node);
  }

  /**
   * The output that a new turn is: one that has gone and has come back (`from` is the element it stood in, where it only
   * moved), else one that is made. `arrives` where the turn comes while we watch, so that it may be drawn anew any time.
   */
  take(turn: Element, root: Root, arrives: boolean): { found: Found; from?: Element } {
    this.#loosen();
    const name = this.#past.isEmpty && !arrives ? undefined : nameOf(turn, this.#turns);
    const gone = name && this.#past.claim(name, () => textOf(turn, this.#turns));
    if (!gone) return { found: this.#make(turn, root, name) };
    if (!gone.found) return { found: this.#again(gone, this.#make(turn, root, name)) };
    const from = gone.found.turn;
    const [box = turn] = this.#turns.prose(turn);
    return { found: this.#keep(Object.assign(gone.found, { turn, root, box })), from };
  }

  #again({ id, startedAt, completedAt, hash, grew }: Gone, made: Found): Found {
    this.#ids.delete(made.id);
    return this.#keep(Object.assign(made, { id, startedAt, completedAt, hash, grew }));
  }

  /** Gives what has gone from the page for good; it may come back, as the same output in a new element. */
  takeGone(): Found[] {
    this.#loosen();
    return this.#past.settle();
  }

  /** Drops what is no turn any more. Asks each turn, so not while tokens come. */
  prune(): Found[] {
    const none = [...this.#byTurn.values()].filter(({ turn }) => !turn.isConnected || !this.#turns.holds(turn));
    for (const found of none) this.#release(found);
    return this.#past.settle();
  }

  /** The output that a turn with this text is: the one it was, or another where the page uses the element again. */
  sameOrOther(found: Found, text: string): Found {
    const name = nameOf(found.turn, this.#turns);
    const { text: earlier } = found;
    const before = earlier === undefined || earlier === text ? undefined : this.#names.get(found);
    if (earlier === undefined || !before || isSameOutput(before, name, goesOn(text, earlier))) {
      this.#names.set(found, name);
      return found;
    }
    this.#release(found);
    this.#past.settle();
    const back = this.#past.claim(name, () => text);
    const made = this.#make(found.turn, found.root, name);
    const other = back ? this.#again(back, made) : made;
    other.grew = found.grew;
    return other;
  }

  /** Whether what stands here was complete already, as it was found before, in another way. */
  wasComplete(turn: Element): boolean {
    return this.#earlier.some((found) => found.state === 'complete' && overlap(found.turn, turn));
  }

  /** What was found here before, in another way, is the same output. */
  goOn(found: Found): void {
    const at = this.#earlier.findIndex(({ text, turn }) => text === found.text && overlap(turn, found.turn));
    const [same] = at < 0 ? [] : this.#earlier.splice(at, 1);
    if (!same) return;
    const { id, startedAt, completedAt, grew } = same;
    this.#ids.delete(found.id);
    this.#keep(Object.assign(found, { id, startedAt, completedAt, grew }));
  }

  #keep(found: Found): Found {
    this.#byTurn.set(found.turn, found);
    this.#ids.add(found.id);
    return found;
  }

  /** Looks for what has gone; only where something was taken out that was not a part of a turn. */
  #loosen(): void {
    if (this.#removedFrom.size === 0) return;
    const outside = [...this.#removedFrom].some((node) => node.isConnected && !this.#turns.of(node));
    this.#removedFrom.clear();
    if (!outside) return;
    for (const found of this.#byTurn.values()) if (!found.turn.isConnected) this.#release(found);
  }

  #release(found: Found): void {
    this.forget(found);
    this.#past.add(found, this.#names.get(found) ?? {});
  }

  #newId(turn: Element): string {
    const { profile } = this.#turns;
    const conversation = conversationIdOf(location, profile) ?? '-';
    const id = `${profile.id}:${conversation}:${messageIdOf(turn, profile) ?? this.#nextName()}`;
    // Two elements may say that they are the same message; they are two outputs all the same.
    return this.#ids.has(id) || this.#past.has(id) ? `${id}:${this.#nextName()}` : id;
  }

  #nextName(): string {
    return `${this.#sinceMs.toString(36)}.${++this.#count}`;
  }
}
