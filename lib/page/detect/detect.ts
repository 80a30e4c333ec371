/** Finds the outputs of a frame by a profile, and follows each from its first token to `complete`. */
import type { ListedOutput } from '../../messages/to-page/index.ts';
import { inPageOrder, rootOf } from '../ground/order.ts';
import { clearLeftovers } from '../ground/retire.ts';
import { SLICE_MS, Slices } from '../ground/schedule.ts';
import { Hosts } from '../ground/shadow.ts';
import { type Watch, watchRoots } from '../ground/watch.ts';
import { Doubts } from './doubts.ts';
import { Ending, type Rank, TICK_MS } from './ending.ts';
import { type Found, textOf } from './found.ts';
import { Outputs } from './outputs.ts';
import { Strays } from './strays.ts';
import type { Root, Turns } from './turns.ts';

/** Changes closer together than this were seen in one look at the page. */
const ONE_LOOK_MS = 40;
/** A pause longer than this is none: what comes after it is an edit. */
const LONGEST_PAUSE_MS = 30_000;

interface DetectorEvents {
  /** An output is complete, for the first time or with a changed text. */
  completed(found: Found): void;
  /** An output has left the page. */
  gone(found: Found): void;
  /** An output stands in another element now; `from` is the one that it stood in. */
  moved?(found: Found, from: Element): void;
}

type How = 'present' | 'added' | 'swept';

export class Detector {
  readonly turns: Turns;
  readonly #events: DetectorEvents;
  readonly #outputs: Outputs;
  readonly #streaming = new Set<Found>();
  readonly #doubts: Doubts;
  /** What was heard of in this look: one token changes several nodes of an output. */
  readonly #heard = new Set<Found>();
  readonly #ending: Ending;
  /** The roots in which conversations may be; those within a turn are watched too, and are not among them. */
  readonly #roots = new Set<Root>();
  readonly #inner = new WeakSet<Root>();
  readonly #watch: Watch;
  readonly #hosts: Hosts;
  readonly #strays: Strays;
  readonly #initial: Slices<[Element, Root]>;
  #ticker: ReturnType<typeof setTimeout> | undefined;
  /** The newest answer: the one that a stop button is about. */
  #latest: Found | undefined;
  #began = false;

  /** `earlier` is what was found when the frame was read by another profile: the same texts stay the same outputs. */
  constructor(turns: Turns, events: DetectorEvents, signal: AbortSignal, earlier: readonly Found[] = []) {
    this.turns = turns;
    this.#events = events;
    this.#outputs = new Outputs(turns, earlier);
    this.#ending = new Ending(turns);
    this.#doubts = new Doubts(turns, (found) => this.#touch(found));
    this.#initial = new Slices(([part, root]) => this.#takeAll(part, root, 'present'), 0, signal);
    this.#hosts = new Hosts((root, host) => this.#opened(root, host), signal);
    this.#strays = new Strays((element) => this.#takeIn(element, 'swept'), signal);
    this.#watch = watchRoots(
      {
        changed: (node) => this.#changed(node),
        added: (element) => this.#added(element),
        removed: (node) => this.#outputs.removedFrom(node),
        settled: () => {
          this.#heard.clear();
          this.#drop(this.#outputs.takeGone());
          this.#readDoubted();
        },
      },
      signal,
    );
    signal.addEventListener('abort', () => clearTimeout(this.#ticker));
    document.addEventListener('visibilitychange', () => this.sweep(), { signal });
    this.#openRoot(document);
    this.#began = true;
    if (this.#initial.waiting === 0) this.#ending.lookAtEmpty();
  }

  /** All outputs in page order. */
  list(): ListedOutput[] {
    this.#drop(this.#outputs.prune());
    return this.found().map((found) => ({
      id: found.id,
      text: found.state === 'complete' && found.text !== undefined ? found.text : textOf(found.turn, this.turns),
      state: found.state,
      tool: this.turns.profile.id,
      evidence: [...found.evidence],
      startedAt: found.startedAt,
      ...(found.completedAt && found.state === 'complete' ? { completedAt: found.completedAt } : {}),
    }));
  }

  /** What was found, in page order. */
  found(): Found[] {
    return inPageOrder([...this.#outputs.all()]);
  }

  /** What was found, in no order. */
  all(): Iterable<Found> {
    return this.#outputs.all();
  }

  /** Looks over all roots once: for turns that got their marks after they were added. */
  sweep(): void {
    for (const root of this.#roots)
      for (const turn of this.turns.within(root)) if (!this.#outputs.at(turn)) this.#take(turn, root, 'swept');
  }

  #openRoot(root: Root): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    if (root instanceof ShadowRoot) clearLeftovers(root);
    this.#watch.observe(root);
    if (this.#began) this.#takeAll(root, root, 'added');
    else for (const part of this.turns.parts(root)) this.#initial.add([part, root]);
    if (this.turns.profile.shadowHosts) this.#hosts.lookThrough(root);
  }

  /** Takes what is there, the last one first: it is the one that may still stream. */
  #takeAll(part: ParentNode, root: Root, how: How): void {
    for (const turn of this.turns.within(part).reverse()) this.#take(turn, root, how);
  }

  /** A shadow root has come up: a part of a turn, or on the way to where the conversation lives. */
  #opened(root: ShadowRoot, host: Element): void {
    if (this.#roots.has(root) || this.#inner.has(root)) return;
    this.turns.nest(root);
    const turn = this.turns.of(host);
    if (!turn) return this.#openRoot(root);
    this.#inner.add(root);
    this.#watch.observe(root);
    for (const element of root.children) this.#hosts.look(element);
    const found = this.#outputs.at(turn);
    if (found && found.text !== textOf(turn, this.turns)) this.#touch(found);
  }

  #added(element: Element): void {
    const own = this.#turnOf(element);
    if (own || this.turns.profile.shadowHosts) this.#hosts.look(element);
    if (own) return own === element ? this.#take(own, rootOf(own), 'added') : undefined; // `changed` has seen its parent
    if (!this.#takeIn(element, 'added')) this.#strays.add(element);
  }

  /** Takes the turns in an element, or the one that it is in; answers whether there are any. */
  #takeIn(element: Element, how: How): boolean {
    const own = this.turns.of(element);
    const turns = own ? [own] : this.turns.within(element);
    for (const turn of turns) this.#take(turn, rootOf(turn), how);
    return turns.length > 0;
  }

  /** The turn that a node stands in. Most of what changes stands in the newest. */
  #turnOf(node: Node): Element | undefined {
    const newest = this.#latest;
    if (!newest?.turn.contains(node)) return this.turns.of(node);
    return this.#heard.has(newest) || this.turns.holds(newest.turn) ? newest.turn : this.turns.of(node);
  }

  #changed(node: Node): void {
    if (!node.isConnected) return;
    const turn = this.#turnOf(node);
    if (!turn) return;
    const found = this.#outputs.at(turn);
    if (found) this.#hear(found);
    else this.#take(turn, rootOf(turn), 'added');
  }

  /** Something changed in an output. What comes into the newest is of its text, as long as it does not pause. */
  #hear(found: Found): void {
    if (this.#heard.has(found)) return;
    this.#heard.add(found);
    if (found === this.#latest && this.#doubts.grows(found)) this.#touch(found);
    else this.#doubts.add(found);
  }

  #readDoubted(): void {
    if (!this.#doubts.read()) this.#tickSoon();
  }

  #take(turn: Element, root: Root, how: How): void {
    if (this.#outputs.at(turn) || !turn.isConnected || !this.turns.holds(turn)) return;
    this.#hosts.look(turn);
    const { found, from } = this.#outputs.take(turn, root, how === 'added');
    if (!from) return this.#follow(found, how);
    found.box = this.turns.prose(turn)[0] ?? turn;
    this.#events.moved?.(found, from);
    if (found.state !== 'complete' || found.text !== textOf(turn, this.turns)) this.#hear(found);
  }

  #follow(found: Found, how: How): void {
    this.#streaming.add(found);
    if (how === 'added' || !this.#latest?.turn.isConnected) this.#becomesLatest(found);
    const isLatest = found === this.#latest;
    // The last answer of a page may be in the middle of its stream when we come: it is given the time to go on.
    const mayStream = how === 'added' || (how === 'present' && isLatest);
    // A stop button is not about what was there long before it; nor is it looked for once for each of a thousand turns.
    found.marked = this.#ending.isMarked(found, mayStream ? this.#rankOf(found) : 'older');
    if (mayStream || found.marked) return this.#tickSoon();
    found.evidence.add('present');
    this.#complete(found);
  }

  /** What was the newest goes on by itself, if it does: from now on it is read where something changes in it. */
  #becomesLatest(found: Found): void {
    this.#doubts.note(this.#latest);
    this.#latest = found;
  }

  #touch(found: Found): void {
    const now = performance.now();
    const gapMs = now - found.changedMs;
    if (found.state === 'complete') {
      // Something changed in a complete answer: an edit, a late re-rendering, or a stream that goes on.
      found.state = 'streaming';
      found.resumed = gapMs < LONGEST_PAUSE_MS ? { afterMs: gapMs, times: 0 } : undefined;
    } else if (gapMs > ONE_LOOK_MS) {
      found.grew = true;
      // Up to its first words it was waited for: that is no part of its rhythm.
      if (found.spoke) found.longestGapMs = Math.max(found.longestGapMs, gapMs);
      if (found.resumed) found.resumed.times++;
    }
    found.changedMs = now;
    found.spoke ||= textOf(found.turn, this.turns) !== '';
    this.#streaming.add(found);
    this.#tickSoon();
  }

  #tickSoon(inMs = TICK_MS): void {
    this.#ticker ??= setTimeout(this.#tick, inMs);
  }

  #tick = (): void => {
    this.#ticker = undefined;
    // In the background timers come late and all at once: what has come is looked at before anything is said to be over.
    const isRead = this.#watch.flush();
    this.#readDoubted();
    const isLeft = isRead && this.#completeEnded();
    // What has ended was read just now.
    this.#doubts.readPausing(this.#latest);
    if (this.#streaming.size > 0) this.#tickSoon(isLeft ? 0 : this.#ending.nextLookMs(this.#streaming));
  };

  /** Completes what has ended, for the time of a slice: a long answer takes its time to read. Answers whether more is left. */
  #completeEnded(): boolean {
    const end = performance.now() + SLICE_MS;
    for (let ended = this.#nextEnded(); ended; ended = this.#nextEnded()) {
      this.#complete(ended);
      if (performance.now() >= end) return true;
    }
    return false;
  }

  #nextEnded(): Found | undefined {
    for (const found of this.#streaming) if (this.#ending.hasEnded(found, this.#rankOf(found))) return found;
    return undefined;
  }

  #rankOf(found: Found): Rank {
    if (found === this.#latest) return 'newest';
    return found.text === undefined && !found.evidence.has('present') ? 'beside' : 'older';
  }

  #complete(given: Found): void {
    const text = textOf(given.turn, this.turns);
    this.#streaming.delete(given);
    // What shows nothing yet comes back when something changes in it; what showed something before is being written anew.
    if (text === '') return given.completedAt ? undefined : this.#outputs.forget(given);
    const found = this.#outputs.sameOrOther(given, text);
    if (found !== given) {
      this.#events.gone(given);
      if (this.#latest === given) this.#latest = found;
    }
    found.state = 'complete';
    found.box = this.turns.prose(found.turn)[0] ?? found.turn;
    found.evidence.add(found.marked ? 'mark:ended' : found.grew ? 'quiet' : 'present');
    if (found.grew) found.evidence.add('grew');
    if (found.text === text) return;
    found.text = text;
    found.completedAt = new Date().toISOString();
    this.#outputs.goOn(found);
    this.#events.completed(found);
  }

  #drop(gone: readonly Found[]): void {
    for (const found of gone) {
      this.#streaming.delete(found);
      this.#doubts.forget(found);
      this.#events.gone(found);
    }
    if (gone.length > 0)
      for (const root of this.#roots) if (root instanceof ShadowRoot && !root.isConnected) this.#roots.delete(root);
  }
}
