/**
 * Learns to read a page that no profile knows, by how AI text arrives: what the person typed turns up as a turn, and
 * what comes next to it and grows by itself is the answer. What it learns is a profile; the detector then reads by it.
 */
import { normaliseText } from '../../domain/text.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { shadowOf } from '../shadow.ts';
import { watchRoots } from '../watch.ts';
import { type Candidate, evidenceOf } from './candidate.ts';
import { type Burst, Growth, regionOf } from './growth.ts';
import { profileFrom } from './learn.ts';
import { isEditable, Typed } from './typed.ts';
import { type Evidence, probabilityOf } from './weights.ts';

type Root = Document | ShadowRoot;

/** A candidate is judged when its text has been still for this long; again when more comes. */
const STILL_MS = 600;
/** Answers shorter than this are not learned from: a word alone is a label as often as an answer. */
const SHORTEST = 20;
/** Probability from which a candidate counts as AI text. */
export const THRESHOLD = 0.5;

export interface Learned {
  profile: ToolProfile;
  evidence: Evidence;
  probability: number;
}

interface Echo {
  element: Element;
  text: string;
}

export class Learner {
  readonly #learned: (learned: Learned) => void;
  readonly #judged: ((candidate: Candidate, evidence: Evidence) => void) | undefined;
  readonly #signal: AbortSignal;
  readonly #typed: Typed;
  readonly #growth = new Growth();
  readonly #roots = new Set<Root>();
  readonly #addRoot: (root: Root) => void;
  #echo: Echo | undefined;
  #unprompted = 0;
  /** Prompts after which an answer came, and the last of them. */
  #answers = 0;
  #answered: Element | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Up to when bursts were judged. */
  #judgedMs = 0;

  /** `judged` hears of every candidate, for fitting the weights. */
  constructor(
    learned: (learned: Learned) => void,
    signal: AbortSignal,
    judged?: (candidate: Candidate, evidence: Evidence) => void,
  ) {
    this.#learned = learned;
    this.#judged = judged;
    this.#signal = signal;
    this.#typed = new Typed(signal);
    this.#addRoot = watchRoots(
      {
        changed: (node) => this.#changed(node),
        added: (element) => this.#added(element),
        settled: () => this.#judgeSoon(),
      },
      signal,
    );
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    this.#open(document);
  }

  #open(root: Root): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#addRoot(root);
    this.#typed.observe(root);
    this.#openWithin(root);
    // Components whose scripts come later than their elements get their roots without a change that we could see.
    for (const delayMs of [500, 2_000]) this.#later(() => this.#openWithin(root), delayMs);
  }

  #openWithin(parent: ParentNode): void {
    for (const element of parent.querySelectorAll('*')) {
      if (!element.tagName.includes('-') && !element.shadowRoot) continue;
      const shadow = shadowOf(element);
      if (shadow) this.#open(shadow);
    }
  }

  #changed(node: Node): void {
    if (!node.isConnected) return;
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || isEditable(element) || element === document.body || isNoText(element)) return;
    if (!this.#isEcho(element)) this.#growth.note(element);
  }

  #added(element: Element): void {
    if (element.tagName.includes('-') || element.querySelector(':not(:defined)')) this.#openLater(element);
    this.#openWithin(element);
    if (element.shadowRoot) this.#open(element.shadowRoot);
    if (isEditable(element) || isNoText(element) || this.#isEcho(element)) return;
    this.#growth.note(element);
  }

  /** A component's script may come after its element. */
  #openLater(element: Element): void {
    this.#later(() => {
      const shadow = shadowOf(element);
      if (shadow) this.#open(shadow);
      this.#openWithin(element);
    }, 300);
  }

  #later(work: () => void, delayMs: number): void {
    const timer = setTimeout(work, delayMs);
    this.#signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Whether this is the person's own words turning up in the page: then they are a prompt, and not growth. */
  #isEcho(element: Element): boolean {
    const content = element.textContent ?? '';
    if (content.length > 6_000) return false;
    const text = normaliseText(content);
    for (const prompt of this.#typed.prompts()) {
      const at = text.indexOf(prompt.text);
      if (at < 0 || text.length > prompt.text.length + 200) continue;
      const innermost = deepest(element, prompt.text);
      if (this.#echo?.element === innermost) return true;
      this.#judgeNow(); // what grew before the next prompt is the answer to the last one
      this.#echo = { element: innermost, text: prompt.text };
      this.#growth.end();
      this.#growth.know(element);
      return true;
    }
    return false;
  }

  /** Judges a burst once it is still, however busy the rest of the page is. */
  #judgeSoon(): void {
    const burst = this.#growth.burst;
    if (!burst || this.#judgedMs >= burst.lastMs) return;
    const waitMs = Math.max(0, burst.lastMs + STILL_MS - performance.now());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#judge(), waitMs);
  }

  #judge(): void {
    const burst = this.#growth.burst;
    if (burst && performance.now() - burst.lastMs < STILL_MS - 10) return this.#judgeSoon();
    this.#judgeNow();
  }

  #judgeNow(): void {
    const candidate = this.#candidate();
    if (!candidate) return;
    this.#judgedMs = this.#growth.burst?.lastMs ?? 0;
    const evidence = evidenceOf(candidate);
    this.#judged?.(candidate, evidence);
    const probability = probabilityOf(evidence);
    if (probability < THRESHOLD || !candidate.user) return;
    const profile = profileFrom(candidate);
    if (profile) this.#learned({ profile, evidence, probability });
  }

  /** Whether what would be the person's turn holds much more than the prompt: then it is no turn, but a part of the page. */
  #holdsMore(user: Element | undefined): boolean {
    return (user?.textContent?.length ?? 0) > (this.#echo?.text.length ?? 0) + MOST_BESIDE;
  }

  #candidate(): Candidate | undefined {
    const burst = this.#growth.burst;
    const grown = burst && this.#grownBy(burst);
    if (!burst || !grown) return undefined;
    const [first, second] = this.#echo?.element.isConnected ? inOneRoot(this.#echo.element, grown) : [];
    const prompted = first !== undefined && second !== undefined && precedes(first, second);
    const place = prompted ? placeAfter(first, second) : placeAlone(grown);
    if (!place || this.#holdsMore(place.user)) return undefined;
    this.#count(prompted, burst);
    return {
      ...place,
      region: place.turn.contains(grown) ? widest(grown, place.turn) : place.turn,
      root: place.turn.getRootNode() as Root,
      answers: this.#answers,
      steps: burst.steps,
      grewMs: burst.lastMs - burst.startedMs,
      unprompted: this.#unprompted,
    };
  }

  /** Where the text of a burst stands, unless a person is typing it or it is too short to be learned from. */
  #grownBy(burst: Burst): Element | undefined {
    const grown = regionOf(burst, (element) => !isEditable(element) && !this.#typed.isTypedIn(element));
    return grown && normaliseText(grown.textContent ?? '').length >= SHORTEST ? grown : undefined;
  }

  #count(prompted: boolean, burst: Burst): void {
    if (!prompted && burst.steps === 1) this.#unprompted++;
    if (!prompted || this.#answered === this.#echo?.element) return;
    this.#answers++;
    this.#answered = this.#echo?.element;
  }
}

/** Most characters beside the prompt in a person's turn: a name, a time, a few buttons. */
const MOST_BESIDE = 200;

/** Parts of a page that hold no text for people. */
const isNoText = (element: Element): boolean =>
  element.closest('head, style, script, noscript, template, svg') !== null;

/** Two elements lifted, by the hosts of their shadow roots, to where both stand in one tree. */
function inOneRoot(a: Element, b: Element): [Element, Element] | [] {
  for (let left: Element | undefined = a; left; left = hostOf(left))
    for (let right: Element | undefined = b; right; right = hostOf(right))
      if (left.getRootNode() === right.getRootNode()) return left === right ? [] : [left, right];
  return [];
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

const precedes = (first: Element, second: Element): boolean =>
  !first.contains(second) &&
  !second.contains(first) &&
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The innermost element that holds a text. */
function deepest(element: Element, text: string): Element {
  for (const child of element.children)
    if (normaliseText(child.textContent ?? '').includes(text)) return deepest(child, text);
  return element;
}

type Place = Pick<Candidate, 'turn' | 'user' | 'list'>;

/** Turns of prompt and answer: the children of what holds both. */
function placeAfter(echo: Element, grown: Element): Place | undefined {
  let list: Element | null = echo;
  while (list && !list.contains(grown)) list = list.parentElement;
  if (!list) return undefined;
  const childWith = (inner: Element): Element => {
    let node = inner;
    while (node.parentElement && node.parentElement !== list) node = node.parentElement;
    return node;
  };
  const [user, turn] = [childWith(echo), childWith(grown)];
  return user === turn ? undefined : { user, turn, list };
}

/** Without a prompt, the turn is the widest wrapper that holds little else. */
function placeAlone(grown: Element): Place | undefined {
  const length = (grown.textContent ?? '').length;
  let turn = grown;
  for (let parent = grown.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
    if ((parent.textContent ?? '').length > length + 120 || parent.children.length > 6) break;
    turn = parent;
  }
  return turn.parentElement ? { turn, list: turn.parentElement } : undefined;
}

/** The widest element in the turn, but not the turn, with the same text: a later answer may have more blocks. */
function widest(grown: Element, turn: Element): Element {
  const text = spoken(grown);
  let region = grown;
  for (let node = grown.parentElement; node && node !== turn && turn.contains(node); node = node.parentElement)
    if (spoken(node) === text) region = node;
  return region;
}

/** Text without what buttons and clocks say. */
function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll(
    'button, time, svg, style, script, [role="button"], [class*="timestamp" i]',
  ))
    extra.remove();
  return normaliseText(copy.textContent ?? '');
}
