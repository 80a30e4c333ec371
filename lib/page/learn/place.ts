/** Where an answer stands: its turn, the person's turn before it, the list that holds both. */
import { aroundIt, childrenOf, inOneRoot } from '../ground/tree.ts';
import { type Burst, gainedByPart, grownIn, type Region } from '../grow/growth.ts';

export interface Place {
  /** What repeats in the conversation: a child of the list, or of one of its groups. */
  turn: Element;
  user?: Element;
  /** The element in which the conversation's turns stand. */
  list: Element;
  /** The newest turn comes first. */
  newestFirst?: boolean;
}

/** Turns of prompt and answer: the children of what holds both. Undefined where the prompt comes after the answer. */
export function placeAfter(echo: Element, grown: Element): Place | undefined {
  const [first, second] = inOneRoot(echo, grown);
  if (!first || !second || !precedes(first, second)) return undefined;
  let list: Element | null = first;
  while (list && !list.contains(second)) list = list.parentElement;
  // Both stand at the top of a shadow root: its host is the list.
  const top = list ?? aroundIt(first).find((node) => node.shadowRoot === first.getRootNode());
  if (!top) return undefined;
  const childWith = (inner: Element): Element => {
    let node = inner;
    while (node.parentElement && node.parentElement !== list) node = node.parentElement;
    return node;
  };
  const [user, turn] = [childWith(first), childWith(second)];
  return user === turn ? undefined : { user, turn, list: top };
}

const precedes = (first: Element, second: Element): boolean =>
  !first.contains(second) &&
  !second.contains(first) &&
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** A part of a text, and no turn: the rest of it came before. A list's items and a table of terms are turns on some pages. */
const PART_OF_TEXT = 'p, h1, h2, h3, h4, h5, h6, blockquote, pre, td, th, a, b, i, em, strong, code';

/** Without a prompt, the turn is the widest wrapper that holds little else; undefined where that is a part of a text. */
export function placeAlone(grown: Element): Place | undefined {
  const length = (grown.textContent ?? '').length;
  let turn = grown;
  for (let parent = grown.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
    if (parent.children.length > 6 || (parent.textContent ?? '').length > length + 120) break;
    turn = parent;
  }
  return turn.parentElement && !turn.matches(PART_OF_TEXT) ? { turn, list: turn.parentElement } : undefined;
}

/**
 * What grew most among the parts of `region` after the prompt, where `region` holds the prompt too: two answers, or an
 * answer and a list of sources.
 */
export function partAfter(echo: Element, region: Region, burst: Burst): Region {
  let { element } = region;
  const echoed = aroundIt(echo);
  for (let depth = 0; depth < 30 && echoed.includes(element); depth++) {
    const children = childrenOf(element);
    const at = children.findIndex((child) => echoed.includes(child));
    const [best] = children
      .slice(at + 1)
      .map((child) => ({ child, ...grownIn(burst, child) }))
      .sort((a, b) => b.gained - a.gained);
    const inner = best && best.gained > 0 ? best.child : children[at];
    if (!inner) break;
    element = inner;
  }
  const part = element === region.element ? region : { element, ...grownIn(burst, element) };
  return part.gained > 0 ? part : (partBefore(echoed, region, burst) ?? part);
}

/** What grew right before the prompt, nearest to it: where the newest turn comes first. */
function partBefore(echoed: readonly Element[], region: Region, burst: Burst): Region | undefined {
  for (const around of echoed) {
    if (around === region.element) return undefined;
    const element = around.previousElementSibling;
    const growth = element && grownIn(burst, element);
    if (growth && growth.gained > 0) return { element, ...growth };
  }
  return undefined;
}

/** Whether an element stands right before one that is built like it. */
export const isBefore = (first: Element, second: Element): boolean =>
  first.nextElementSibling === second && first.tagName === second.tagName;

/** Parts that came beside the turn in the same burst, each with some text: several messages, as people send them. */
export function partsBeside({ turn, user, list }: Place, burst: Burst): number {
  const others = [...gainedByPart(burst, list)].filter(([part]) => part !== turn && part !== user);
  return others.filter(([, gained]) => gained >= 20).length;
}
