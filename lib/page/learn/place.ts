/** Where an answer stands: its turn, the person's turn before it, the list that holds both. */
import { normaliseText } from '../../domain/output/text.ts';
import { aroundIt, childrenOf, deepText, holds, INLINE_SELECTOR, inOneRoot, parentOf } from '../ground/tree.ts';
import { type Burst, type Grown, gainedByPart, grownIn, type Region, wordsIn } from '../grow/growth.ts';
import { isAlike } from '../grow/redrawn.ts';
import { tokensOf } from './tokens.ts';

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

/** Where the text of an answer stands: in an element, or in several alike in that, with what is none of it between them. */
interface Spoken {
  region: Element;
  parts: readonly Element[];
}

/** The element whose text is the answer: around the words that came in the turn, and nothing else. */
export function regionIn(turn: Element, grown: Element, burst: Burst): Spoken {
  const words = WORDS.map((isWords) =>
    wordsIn(burst, turn, (element, growth) => !isBeside(element, growth, turn) && isWords(element, growth, turn)),
  );
  const sure = words.find(({ length }) => length > 0) ?? [];
  const like = words[2]?.filter((one) => sure.some((other) => isAlike(one, other))) ?? [];
  const found = [...sure, ...like];
  const [first, ...rest] = found.map(aroundIt);
  const all = first?.find((node) => rest.every((other) => other.includes(node)));
  const region = named(all && holds(turn, all) ? containerOf(all, turn) : grown, turn);
  const parts = [...new Set(found.map((one) => containerOf(one, turn)))];
  const areParts = parts.length > 1 && parts.every((one) => one !== region && isAlike(one, parts[0] ?? one));
  return { region, parts: areParts ? parts : [] };
}

/** A text that came at once and is longer than this is no label. */
const LABEL_LENGTH = 80;

const lengthOf = ({ textContent }: Element): number => textContent?.trim().length ?? 0;

/** What is shown beside the words, or came at once and is there to be clicked: cards of sources, what one could ask next. */
function isBeside(element: Element, { beats }: Grown, turn: Element): boolean {
  const open = beats.size < 2 ? around(element, OPENS, turn) : undefined;
  return !!element.closest(BESIDE) || (!!open && !open.querySelector(BLOCKS));
}

/** The nearest element around one, within a turn, that matches. */
function around(element: Element, selector: string, turn: Element): Element | undefined {
  const found = element.closest(selector);
  return found && found !== turn && holds(turn, found) ? found : undefined;
}

/** A message by itself may be there for the keyboard; of what can be picked there are several. */
const OPENS = 'a, [tabindex="0"] + [tabindex="0"], [tabindex="0"]:has(+ [tabindex="0"])';
/** What an answer is made of; a label is none of these. */
const BLOCKS = 'p, li, ul, ol, dl, dt, dd, pre, table, table *, blockquote, h1, h2, h3, h4, h5, h6';
/** A shorter text that comes at once may be a name, a clock, a divider. */
const NAME_LENGTH = 25;

/**
 * What reads like an answer, in order of trust: what was seen to grow from one look to the next, with the paragraphs and
 * long texts that came at once; what grew within one look, in which a name may have come with it; what is long; anything.
 */
const WORDS: readonly ((element: Element, growth: Grown, turn: Element) => boolean)[] = [
  (element, { looks }, turn) =>
    looks > 1 || lengthOf(element) > (around(element, BLOCKS, turn) ? NAME_LENGTH : LABEL_LENGTH),
  (_, { beats }) => beats.size > 1,
  (element) => lengthOf(element) > NAME_LENGTH,
  () => true,
];

/** What a paragraph or a list stands in: short headings and items beside it are of the same text. */
function containerOf(element: Element, turn: Element): Element {
  let node = around(element, 'pre, table', turn) ?? element;
  while (
    node !== turn &&
    node.parentElement &&
    (node.matches(BLOCKS) || (node.matches(INLINE_SELECTOR) && node.closest(BLOCKS)))
  )
    node = node.parentElement;
  return node;
}

/** The nearest element with the same text that carries a name: one that can be told again. */
function named(region: Element, turn: Element): Element {
  const text = spoken(region);
  for (let node: Element | undefined = region; node && node !== turn && holds(turn, node); node = parentOf(node)) {
    if (spoken(node) !== text) break;
    if (tokensOf(node).some(({ worth }) => worth >= 1)) return node;
  }
  return region;
}

/** Parts that came beside the turn in the same burst, each with some text: several messages, as people send them. */
export function partsBeside({ turn, user, list }: Place, burst: Burst): number {
  const others = [...gainedByPart(burst, list)].filter(([part]) => part !== turn && part !== user);
  return others.filter(([, gained]) => gained >= 20).length;
}

/** What is shown with an answer and is not of it, wherever it stands. */
export const BESIDE =
  'button, time, svg, style, script, [role="button"], [class*="timestamp" i], [class*="sr-only" i], [class*="visually-hidden" i]';

/** Text without what buttons and clocks say. */
export const spoken = (element: Element): string => normaliseText(deepText(element, BESIDE));
