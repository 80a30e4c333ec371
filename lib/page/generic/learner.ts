/**
 * Learns to read a page that no profile knows, by how AI text arrives: what the person typed turns up as a turn, and
 * what comes next to it and grows by itself is the answer. What it learns is a profile; the detector then reads by it.
 */
import { normaliseText } from '../../domain/text.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { shadowOf } from '../shadow.ts';
import { watchRoots } from '../watch.ts';
import { type Candidate, evidenceOf } from './candidate.ts';
import { Growth, regionOf } from './growth.ts';
import { profileFrom } from './learn.ts';
import { isEditable, Typed } from './typed.ts';
import { type Evidence, probabilityOf } from './weights.ts';

type Root = Document | ShadowRoot;

/** A candidate is judged when its text has been still for this long; again when more comes. */
const STILL_MS = 600;
/** Answers shorter than this are not learned from: a word alone is a label as often as an answer. */
const SHORTEST = 2;
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
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    if (!element || isEditable(element) || element === document.body) return;
    if (!this.#isEcho(element)) this.#growth.note(element);
  }

  #added(element: Element): void {
    if (element.tagName.includes('-') || element.querySelector(':not(:defined)')) this.#openLater(element);
    this.#openWithin(element);
    if (element.shadowRoot) this.#open(element.shadowRoot);
    if (isEditable(element) || this.#isEcho(element)) return;
    this.#growth.note(element);
  }

  /** A component's script may come after its element. */
  #openLater(element: Element): void {
    const timer = setTimeout(() => {
      const shadow = shadowOf(element);
      if (shadow) this.#open(shadow);
      this.#openWithin(element);
    }, 300);
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
      this.#echo = { element: innermost, text: prompt.text };
      this.#growth.end();
      this.#growth.know(element);
      return true;
    }
    return false;
  }

  #judgeSoon(): void {
    clearTimeout(this.#timer);
    const burst = this.#growth.burst;
    if (!burst) return;
    // Early while it streams, so that the answer is followed to its end; else once it is still.
    const early = burst.steps >= 5 && burst.lastMs - burst.startedMs >= 400;
    this.#timer = setTimeout(() => this.#judge(), early ? 0 : STILL_MS);
  }

  #judge(): void {
    const candidate = this.#candidate();
    if (!candidate) return;
    const evidence = evidenceOf(candidate);
    this.#judged?.(candidate, evidence);
    const probability = probabilityOf(evidence);
    if (probability < THRESHOLD) return;
    const profile = profileFrom(candidate);
    if (profile) this.#learned({ profile, evidence, probability });
  }

  #candidate(): Candidate | undefined {
    const burst = this.#growth.burst;
    if (!burst) return undefined;
    const grown = regionOf(burst, (element) => !isEditable(element) && !this.#typed.isTypedIn(element));
    if (!grown || normaliseText(grown.textContent ?? '').length < SHORTEST) return undefined;
    const echo = this.#echo?.element.isConnected ? this.#echo.element : undefined;
    const prompted = echo && echo.getRootNode() === grown.getRootNode() && precedes(echo, grown);
    const place = prompted ? placeAfter(echo, grown) : placeAlone(grown);
    if (!place) return undefined;
    if (!prompted && burst.steps === 1) this.#unprompted++;
    return {
      ...place,
      region: widest(grown, place.turn),
      root: grown.getRootNode() as Root,
      steps: burst.steps,
      grewMs: burst.lastMs - burst.startedMs,
      unprompted: this.#unprompted,
    };
  }
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

/** Turns of prompt and answer: the children of what holds both. */
function placeAfter(echo: Element, grown: Element): Pick<Candidate, 'turn' | 'user' | 'list'> | undefined {
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
function placeAlone(grown: Element): Pick<Candidate, 'turn' | 'list'> | undefined {
  const length = (grown.textContent ?? '').length;
  let turn = grown;
  for (let parent = grown.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
    if ((parent.textContent ?? '').length > length + 120 || parent.children.length > 6) break;
    turn = parent;
  }
  return turn.parentElement ? { turn, list: turn.parentElement } : undefined;
}

/** The widest element within the turn with the same text: a later answer may have more blocks than this one. */
function widest(grown: Element, turn: Element): Element {
  const text = spoken(grown);
  let region = grown;
  for (let node: Element | null = grown; node && turn.contains(node); node = node.parentElement)
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
