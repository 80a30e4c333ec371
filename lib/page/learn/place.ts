/** Where an answer stands: its turn, the person's turn before it, the list that holds both. */
import { runsBackwards } from '../ground/backwards.ts';
import { aroundIt, childrenOf, holds, inOneRoot } from '../ground/tree.ts';
import { type Burst, gainedByPart, grownIn, type Region, spanIn } from '../grow/growth.ts';
import { isAlike } from '../grow/redrawn.ts';
import { BUTTONS } from '../working/buttons.ts';

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

/** What is longer and came at once, such as results of a search or cards of sources, is no answer beside one that grows. */
const hasStreamed = ({ gained, inline }: Omit<Region, 'element'>): boolean => gained >= 20 && inline >= 3;

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
      .sort((a, b) => Number(hasStreamed(b)) - Number(hasStreamed(a)) || b.gained - a.gained);
    const own = children[at];
    const inner = best && best.gained > 0 && !(own && isNearer(own, best, burst)) ? best.child : own;
    if (!inner) break;
    element = inner;
  }
  const part = element === region.element ? region : { element, ...grownIn(burst, element) };
  return part.gained > 0 ? part : (partBefore(echoed, region, burst) ?? part);
}

/** Whether something streams beside the question: what came at once behind both, such as a line of a log, is none of it. */
const isNearer = (own: Element, after: Omit<Region, 'element'>, burst: Burst): boolean =>
  !hasStreamed(after) && hasStreamed(grownIn(burst, own));

/** An answer to choose has at least this much text, in so many pieces. */
const SHORTEST_CHOICE = 20;
const FEWEST_PIECES = 3;

/** One of several answers that are written at the same time, side by side, to choose from; undefined where there is one. */
export function oneOfSeveral({ element }: Region, burst: Burst): Element | undefined {
  const grown = childrenOf(element).flatMap((child) => {
    const { gained, steps } = grownIn(burst, child);
    const isOne =
      gained >= SHORTEST_CHOICE && steps >= FEWEST_PIECES && !child.matches(`${PART_OF_TEXT}, li, tr, dt, dd`);
    return isOne ? { child, gained, span: spanIn(burst, child) } : [];
  });
  const [best, ...others] = grown.sort((a, b) => b.gained - a.gained);
  return others.some(
    ({ child, span }) =>
      best && isAlike(child, best.child) && isMeanwhile(span, best.span) && areToChoose(child, best.child),
  )
    ? best?.child
    : undefined;
}

/** Whether two stand side by side, or each with a button of its own; what stands below the other is more of the same text. */
function areToChoose(a: Element, b: Element): boolean {
  const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  const areBeside = one.right <= other.left || other.right <= one.left;
  return areBeside || [a, b].every((choice) => choice.querySelector(BUTTONS) !== null);
}

/** Whether the shorter of two times lies mostly within the longer one. */
function isMeanwhile(a: readonly [number, number], b: readonly [number, number]): boolean {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared > 0.5 * Math.min(a[1] - a[0], b[1] - b[0]);
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

/** Whether an element stands right before one that is built like it, or that is drawn before it. */
export function isBefore(first: Element, second: Element): boolean {
  let next = first.nextElementSibling;
  while (next && next !== second && !next.textContent?.trim()) next = next.nextElementSibling;
  return next === second && (first.tagName === second.tagName || runsBackwards(first.parentElement));
}

/**
 * Where all questions stand in one column and all answers in another: what holds an earlier question (`asked`) too is no turn,
 * nor is what holds the answers to both. Undefined where no turn stands out of them.
 */
export function outOfColumns(
  place: Place,
  echo: Element,
  grown: Element,
  asked: readonly Element[],
): Place | undefined {
  const { user: questions, turn: answers } = place;
  if (!questions || !asked.some((earlier) => holds(questions, earlier))) return place;
  const user = within(questions, echo).find((node) => !asked.some((earlier) => holds(node, earlier)));
  const turn = within(answers, grown).find(
    ({ previousElementSibling: before, tagName }) => before?.tagName === tagName,
  );
  return user && turn && { ...place, user, turn };
}

/** What stands around an element in another one, from the outside in. */
function within(outer: Element, inner: Element): Element[] {
  const around = aroundIt(inner);
  return around.slice(0, around.indexOf(outer)).reverse();
}

/** Parts that came beside the turn in the same burst, each with some text: several messages, as people send them. */
export function partsBeside({ turn, user, list }: Place, burst: Burst): number {
  const others = [...gainedByPart(burst, list)].filter(([part]) => !holds(part, turn) && part !== user);
  return others.filter(([, gained]) => gained >= 20).length;
}
