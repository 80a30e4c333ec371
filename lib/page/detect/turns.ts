/** Finds turns by a profile: which element is an answer, what in it is the text, what the person asked before it. */
import type { Selectors, ToolProfile } from '../../tools/profile.ts';
import { runsBackwards } from '../ground/backwards.ts';
import { holds, hostOf, parentOf, type Root } from '../ground/tree.ts';
import { findsAny, firstMatches } from './matches.ts';

type Speaker = NonNullable<ToolProfile['speaker']>;

/** What whoever learns the page knows of it beyond the profile. */
export interface Beyond {
  /** Whether a turn holds what the person wrote, or a colleague who took over, whatever the profile makes of it. */
  isPersons(turn: Element, text: string, hasEnded?: true): boolean;
  /**
   * Whether the newest answer, to which nothing has come for a while, goes on. `before`: the answer before it; `changedMs`:
   * `performance.now()` when something last came.
   */
  goesOn(found: AnswerSeen, before: AnswerSeen | undefined, changedMs: number): boolean;
  /** The newest answer while something comes: what shows that the machine works is noted, so that its going is known for the end. */
  streams(found: AnswerSeen, before: AnswerSeen | undefined, quietMs: number): void;
}

/** An answer that is followed. */
export interface AnswerSeen {
  readonly turn: Element;
  /** It came while we watched. */
  readonly grew: boolean;
}

/** Reads a page's turns. Remembers which selector of the profile works here, so that fallbacks do not mix with it. */
export class Turns {
  readonly profile: ToolProfile;
  /** How we know that these are answers: by a profile, or by what was seen on this page. */
  readonly evidence: readonly string[];
  readonly #ignored: Pick<WeakSet<Element>, 'has'>;
  #active: number;
  /** The shadow roots in an element that were seen so far, however deep they are nested. */
  readonly #inner = new WeakMap<Element, WeakRef<ShadowRoot>[]>();

  /** What is known beyond the profile. */
  readonly beyond: () => Beyond | undefined;

  /** `ignored`: turns of which a person said on this page that they are no AI text. */
  constructor(
    profile: ToolProfile,
    evidence: readonly string[] = [`profile:${profile.id}`],
    ignored: Pick<WeakSet<Element>, 'has'> = new WeakSet(),
    beyond: () => Beyond | undefined = () => undefined,
  ) {
    this.beyond = beyond;
    this.#ignored = ignored;
    this.profile = profile;
    this.evidence = evidence;
    this.#active = profile.turn.length - 1;
  }

  /** The turn that `node` stands in, or undefined. */
  of(node: Node): Element | undefined {
    let element = node instanceof Element ? node : (node.parentElement ?? hostOf(node));
    for (; element; element = hostOf(element)) {
      const inside = element;
      const found = this.#find((selector) => outermost(inside, selector));
      if (found) return this.#isSpeaker(found) ? found : undefined;
    }
    return undefined;
  }

  /** The turns in `element`, itself included. */
  within(element: ParentNode): Element[] {
    return (
      this.#find((selector) => {
        const around = element instanceof Element ? outermost(element, selector) : undefined;
        const found = around ? [around] : outermostIn(element, selector);
        return found.length > 0 ? found : undefined;
      }) ?? []
    ).filter((turn) => this.#isSpeaker(turn));
  }

  /** The first turn of a tree. */
  firstIn(root: Root): Element | undefined {
    return this.#find((selector) => root.querySelector(selector) ?? undefined);
  }

  /** Whether a turn says that it is the tool's, where only that tells it from the person's. */
  #isSpeaker(turn: Element): boolean {
    const { speaker } = this.profile;
    if (!speaker) return true;
    const says = speakerOf(turn, speaker);
    return says !== undefined && speaker.says.includes(says);
  }

  #find<T>(look: (selector: string) => T | undefined): T | undefined {
    for (let at = 0; at <= this.#active; at++) {
      const found = look(this.profile.turn[at] as string);
      if (found === undefined) continue;
      this.#active = at;
      return found;
    }
    return undefined;
  }

  /** Whether a turn is still read by the selector that works here. */
  holds(turn: Element): boolean {
    if (this.#ignored.has(turn)) return false;
    return turn.matches(this.profile.turn[this.#active] as string) && this.#isSpeaker(turn);
  }

  /** The elements that hold the answer's text, beside the first of which the badge stands; empty where a turn is no answer. */
  prose(turn: Element): Element[] {
    let found = firstMatches(turn, this.profile.prose);
    for (const root of this.#rootsIn(turn)) if (found.length === 0) found = firstMatches(root, this.profile.prose);
    if (found.length > 0) return found;
    const isProse = this.profile.prose?.some((selector) => turn.matches(selector)) ?? false;
    return isProse || !this.profile.proseRequired ? [turn] : [];
  }

  /** Remembers a shadow root for all that it stands in. */
  nest(root: ShadowRoot): void {
    const held = new WeakRef(root); // what the page drops must not be kept by us
    for (let around: Element | undefined = root.host; around && around !== document.body; around = parentOf(around)) {
      const inner = this.#inner.get(around);
      if (inner) inner.push(held);
      else this.#inner.set(around, [held]);
    }
  }

  /** A root may have been in an element once, and be elsewhere now, or gone. */
  #rootsIn(element: Element): ShadowRoot[] {
    const inner = this.#inner.get(element)?.map((held) => held.deref()) ?? [];
    return inner.filter((root) => root !== undefined).filter((root) => holds(element, root.host));
  }

  /** Whether any of `selectors` matches a turn or something in it. */
  marks(turn: Element, selectors: Selectors | undefined): boolean {
    if (!selectors) return false;
    if (holdsAny(turn, selectors)) return true;
    return this.#rootsIn(turn).some((root) => findsAny(root, selectors));
  }

  /** The person's turn before an answer, found by walking back through the page from it, as the page is drawn. */
  userBefore(turn: Element): Element | undefined {
    for (let node: Element | undefined = turn; node; node = parentOf(node)) {
      const isUp = this.profile.newestFirst === true || runsBackwards(node.parentElement);
      const next = isUp ? 'nextElementSibling' : 'previousElementSibling';
      for (let before = node[next]; before; before = before[next]) {
        const found = this.#nearestUser(before, isUp ? 0 : -1);
        if (found) return found;
        if (this.#holdsTurn(before)) return undefined; // another answer stands between: no prompt of its own
      }
    }
    return undefined;
  }

  #nearestUser(element: Element, end: 0 | -1): Element | undefined {
    let found = matchAt(element, this.profile.user, end);
    for (const root of this.#rootsIn(element)) found ??= matchAt(root, this.profile.user, end);
    return found;
  }

  #holdsTurn(element: Element): boolean {
    if (this.within(element).length > 0) return true;
    return this.#rootsIn(element).some((root) => this.within(root).length > 0);
  }

  /** The element with the prompt's text in a user's turn. */
  userText(user: Element): Element {
    return firstMatches(user, this.profile.userText)[0] ?? user;
  }
}

/** What a turn says of who speaks. */
export function speakerOf(turn: Element, { at, isBefore }: Omit<Speaker, 'says'>): string | undefined {
  const place = isBefore ? turn.previousElementSibling : turn;
  const label = (place && firstMatches(place, at)[0]) ?? (isBefore && place);
  return label ? label.textContent?.replace(/\s+/g, ' ').trim() : undefined;
}

function matchAt(within: Element | ShadowRoot, selectors: Selectors, end: 0 | -1): Element | undefined {
  for (const selector of selectors) {
    const found = [...within.querySelectorAll(selector)].at(end);
    if (found) return found;
    if (within instanceof Element && within.matches(selector)) return within;
  }
  return undefined;
}

function outermost(element: Element, selector: string): Element | undefined {
  let found = element.closest(selector);
  for (let above = found; above; ) {
    above = above.parentElement?.closest(selector) ?? null;
    if (above) found = above;
  }
  return found ?? undefined;
}

/** The matches below `root` that are in no other: in page order, one that is in another comes right after it. */
function outermostIn(root: ParentNode, selector: string): Element[] {
  const found: Element[] = [];
  for (const match of root.querySelectorAll(selector)) if (!found.at(-1)?.contains(match)) found.push(match);
  return found;
}

/** Whether any of `selectors` matches `element` or something in it. */
const holdsAny = (element: Element, selectors: Selectors | undefined): boolean =>
  selectors?.some((selector) => element.matches(selector) || element.querySelector(selector) !== null) ?? false;
