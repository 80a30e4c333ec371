/** Sees which turns a frame has, which come, and in which of them something changes: in all roots, also those that come later. */
import { backTo } from '../ground/back.ts';
import { clearLeftovers } from '../ground/retire.ts';
import { Slices, type Work } from '../ground/schedule.ts';
import { Hosts } from '../ground/shadow.ts';
import { type Root, rootOf } from '../ground/tree.ts';
import { type Watch, watchRoots } from '../ground/watch.ts';
import type { Following, How } from './following.ts';
import { type Found, roughTextOf, textOf } from './found.ts';
import { MOST_BESIDE_TURN } from './matches.ts';
import type { Outputs } from './outputs.ts';
import { Strays } from './strays.ts';
import type { Turns } from './turns.ts';

/** How deep what stands beside a turn is looked for it. */
const DEEPEST_BESIDE = 3;

export class Lookout {
  readonly #turns: Turns;
  readonly #outputs: Outputs;
  readonly #following: Following;
  /** The roots in which conversations may be; those within a turn are watched too, and are not among them. */
  readonly #roots = new Set<Root>();
  readonly #inner = new WeakSet<Root>();
  readonly #watch: Watch;
  readonly #hosts: Hosts;
  readonly #strays: Strays;
  readonly #initial: Slices<Work>;
  #began = false;

  constructor(turns: Turns, outputs: Outputs, following: Following, signal: AbortSignal) {
    this.#turns = turns;
    this.#outputs = outputs;
    this.#following = following;
    this.#initial = new Slices((work) => !work.next().done, 0, signal);
    this.#hosts = new Hosts((root, host) => this.#opened(root, host), signal);
    this.#strays = new Strays((element) => this.#takeIn(element, 'swept'), signal);
    this.#watch = watchRoots(
      {
        changed: (node) => this.#changed(node),
        added: (element) => this.#added(element),
        removed: (node) => outputs.removedFrom(node),
        isAwaited: () => following.looksSoon,
        settled: () => {
          this.drop(outputs.takeGone());
          following.looked();
        },
      },
      signal,
    );
    document.addEventListener('visibilitychange', () => this.sweep(), { signal });
    this.#openRoot(document);
    this.#began = true;
    if (this.#initial.waiting === 0) following.beginEmpty();
  }

  /** Looks over all roots once: for turns that got their marks after they were added. */
  sweep(): void {
    for (const root of this.#roots) for (const turn of this.#turns.within(root)) this.#take(turn, root, 'swept');
  }

  /** Looks at what has come without waiting for its time; false where it was more than a slice can take. */
  flush(): boolean {
    return this.#watch.flush();
  }

  /** Lets go of outputs that have gone from the page, and of the roots that went with them. */
  drop(gone: readonly Found[]): void {
    for (const found of gone) this.#following.drop(found);
    if (gone.length > 0)
      for (const root of this.#roots) if (root instanceof ShadowRoot && !root.isConnected) this.#roots.delete(root);
  }

  #openRoot(root: Root): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    if (root instanceof ShadowRoot) clearLeftovers(root);
    this.#watch.observe(root);
    if (this.#began) this.#takeAll(root, root, 'added');
    else {
      const first = this.#turns.firstIn(root);
      if (first) this.#initial.add(this.#takePresent(first, root));
    }
    if (this.#turns.profile.shadowHosts) this.#hosts.lookThrough(root);
  }

  /** Takes what was there when we came, part by part, the last one first: the list of a long conversation would be a task too long. */
  *#takePresent(first: Element, root: Root): Work<void> {
    for (const part of backTo(first)) {
      this.#takeAll(part, root, part === first && !this.#outputs.wasComplete(first) ? 'first' : 'present');
      yield;
    }
  }

  /** Takes what is there, the last one first: it is the one that may still stream. */
  #takeAll(part: ParentNode, root: Root, how: How): void {
    for (const turn of this.#turns.within(part).reverse()) this.#take(turn, root, how);
  }

  /** A shadow root has come up: a part of a turn, or on the way to where the conversation lives. */
  #opened(root: ShadowRoot, host: Element): void {
    if (this.#roots.has(root) || this.#inner.has(root)) return;
    this.#turns.nest(root);
    const turn = this.#turns.of(host);
    if (!turn) return this.#openRoot(root);
    this.#inner.add(root);
    this.#watch.observe(root);
    for (const element of root.children) this.#hosts.look(element);
    const found = this.#outputs.at(turn);
    if (found && found.text !== textOf(turn, this.#turns)) this.#following.came(found);
  }

  #added(element: Element): void {
    const own = this.#turnOf(element);
    if (own || this.#turns.profile.shadowHosts) this.#hosts.look(element);
    if (own) return own === element ? this.#take(own, rootOf(own), 'added') : undefined; // `changed` has seen its parent
    if (this.#takeIn(element, 'added')) return;
    this.#strays.add(element);
    this.#besideTurn(element);
  }

  /** What is in no turn may stand beside one, in what holds nothing else, and say something of it. */
  #besideTurn(node: Node): void {
    let around = node.parentElement;
    for (let deep = 0; around && deep < DEEPEST_BESIDE; around = around.parentElement, deep++) {
      if (around.childElementCount > MOST_BESIDE_TURN) continue;
      for (const child of around.children) {
        const found = this.#outputs.at(child);
        if (found) return this.#following.hear(found, true);
      }
    }
  }

  /** Takes the turns in an element, or the one that it is in; answers whether there are any. */
  #takeIn(element: Element, how: How): boolean {
    const own = this.#turns.of(element);
    const turns = own ? [own] : this.#turns.within(element);
    for (const turn of turns) this.#take(turn, rootOf(turn), how);
    return turns.length > 0;
  }

  #changed(node: Node): void {
    if (!node.isConnected) return;
    const turn = this.#turnOf(node);
    if (!turn) return this.#besideTurn(node);
    const found = this.#outputs.at(turn);
    if (found) this.#following.hear(found);
    else this.#take(turn, rootOf(turn), 'added');
  }

  /** The turn that a node stands in. Most of what changes stands in the newest. */
  #turnOf(node: Node): Element | undefined {
    return this.#following.newestAround(node) ?? this.#turns.of(node);
  }

  /** Takes a turn in which no output is known yet: it is one that is made now, or one that was elsewhere. */
  #take(turn: Element, root: Root, how: How): void {
    if (this.#outputs.at(turn) || !turn.isConnected || !this.#turns.holds(turn)) return;
    if (how === 'added' && this.#turns.beyond()?.isPersons(turn, roughTextOf(turn, this.#turns))) return;
    this.#hosts.look(turn);
    const { found, from } = this.#outputs.take(turn, root, how === 'added');
    if (from) this.#following.moved(found, from);
    else this.#following.begin(found, how);
  }
}
