/** What of a turn is the text of the answer, by how it came: decided on all that came in the turn so far. */
import { normaliseText } from '../../domain/output/text.ts';
import { aroundIt, deepText, holds, hostOf, INLINE_SELECTOR, isNoText, parentOf, rootOf } from '../ground/tree.ts';
import type { Burst, Grown } from '../grow/growth.ts';
import { keysIn } from '../grow/keys.ts';
import { isAlike } from '../grow/redrawn.ts';
import { tokensOf } from '../learn/tokens.ts';
import type { OwnWords } from '../prompt/own-words.ts';
import { BUTTONS } from '../working/buttons.ts';

/** Where the text of an answer stands: in an element, or in several alike in that, with what is none of it between them. */
export interface Spoken {
  region: Element;
  parts: readonly Element[];
  /** Nothing told its text from what came with it yet: it is an answer's first word perhaps, and a divider. */
  isGuessed: boolean;
  /** It was seen to grow. What came at once is told from what came with it by its length alone. */
  hasGrown: boolean;
}

/** The element whose text is the answer: around the words that came in the turn, and nothing else. `asked`: what it answers. */
export function regionIn(turn: Element, grown: Element, burst: Burst, asked?: OwnWords): Spoken {
  const isOf = (element: Element, growth: Grown) =>
    !isBeside(element, growth, turn) && !(growth.beats.size < 2 && asked && isQuoted(element, turn, asked));
  const words = WORDS.map((isWords) =>
    wordsIn(burst, turn, (element, growth) => isOf(element, growth) && isWords(element, growth, turn)),
  );
  const sure = words.find(({ length }) => length > 0) ?? [];
  const hasGrown = words.slice(0, GROWN).some(({ length }) => length > 0);
  // On a busy machine most of an answer comes in one look, and only a part of it is seen to grow from one to the next.
  const more = hasGrown ? words.slice(1, -1).flat() : (words.at(-2) ?? []);
  const found = [...new Set([...sure, ...more.filter((one) => sure.some((other) => isWith(one, other, turn)))])];
  const [first, ...rest] = found.map(aroundIt);
  const all = first?.find((node) => rest.every((other) => other.includes(node)));
  const region = named(all && holds(turn, all) ? containerOf(all, turn) : grown, turn);
  const parts = [...new Set(found.map((one) => containerOf(one, turn)))];
  const areParts = parts.length > 1 && parts.every((one) => one !== region && isAlike(one, parts[0] ?? one));
  const isGuessed = parts.length > 1 && words.slice(0, -1).every(({ length }) => length === 0);
  return { region, parts: areParts ? parts : [], isGuessed, hasGrown };
}

/** A longer text that came at once is no note below an answer. */
const NOTE_LENGTH = 240;

/** Whether what came at once is of the same text as other words: built as those are, beside them, or no line by itself. */
const isWith = (one: Element, other: Element, turn: Element): boolean =>
  lengthOf(one) > NOTE_LENGTH ||
  (around(one, LISTS, turn) !== undefined &&
    (!around(one, 'li', turn) || isOneFlow(containerOf(one, turn), containerOf(other, turn)))) ||
  isBesides(lifted(one), lifted(other), turn) ||
  (isAlike(one, other) && isAlike(containerOf(one, turn), containerOf(other, turn)));

/** Whether two stand in the same element, and that is no turn. */
const isBesides = ({ parentElement: box }: Element, other: Element, turn: Element): boolean =>
  box === other.parentElement && box !== turn;

/** A block that has a shadow root to itself is what its host shows: components draw each paragraph and each list so. */
function lifted(element: Element): Element {
  const host = hostOf(element);
  const shown = host ? [...rootOf(element).children].filter((one) => !isNoText(one)) : [];
  return host && shown.length === 1 && shown[0]?.matches(BLOCKS) ? host : element;
}

/** Items in another box than the words that grew are notes, or what one could ask next; code in one may be of the same answer. */
const isOneFlow = (box: Element, other: Element): boolean => holds(other, box) || isAlike(other, box);

/** A text that came at once and is longer than this is no label. */
const LABEL_LENGTH = 80;

/** In keys: a short text of a script that says much in few characters is no label. */
const lengthOf = ({ textContent }: Element): number => keysIn(textContent?.trim() ?? '');

/** What is shown beside the words, or came at once and is there to be clicked: cards of sources, what one could ask next. */
function isBeside(element: Element, { beats }: Grown, turn: Element): boolean {
  const open = beats.size < 2 ? around(element, OPENS, turn) : undefined;
  const beside = element.closest(BESIDE);
  // Some tools make each message a button: that grows, and holds paragraphs.
  const isMessage = beats.size > 1 && beside?.matches(BUTTONS) && beside.querySelector(BLOCKS) !== null;
  return (!!beside && !isMessage) || (!!open && !open.querySelector(BLOCKS));
}

/** Whether it is the question once more, that a turn shows with the answer to it; or a line in the quotation of that. */
const isQuoted = (element: Element, turn: Element, asked: OwnWords): boolean =>
  [element, around(element, 'blockquote', turn)].some((one) => one && asked.shownIn(spoken(one)) === 'all');

/** The nearest element around one, within a turn, that matches. */
function around(element: Element, selector: string, turn: Element): Element | undefined {
  const found = element.closest(selector);
  return found && found !== turn && holds(turn, found) ? found : undefined;
}

/** A message by itself may be there for the keyboard; of what can be picked there are several. */
const OPENS = 'a, [tabindex="0"] + [tabindex="0"], [tabindex="0"]:has(+ [tabindex="0"])';
/** What an answer is made of; a label is none of these. Not the cells of a table: pages lay out whole conversations in one. */
const BLOCKS = 'p, li, ul, ol, dl, dt, dd, pre, table, blockquote, h1, h2, h3, h4, h5, h6';
const LISTS = 'li, dl, pre, table, blockquote';
/** A shorter text that comes at once may be a name, a clock, a divider. */
const NAME_LENGTH = 25;

/**
 * What reads like an answer, in order of trust: what a learned profile reads as one, or was seen to grow from one look to the
 * next; what grew within one look, in which a name may have come with it; then, of what came at once, paragraphs and long
 * texts, what is long, anything.
 */
const WORDS: readonly ((element: Element, growth: Grown, turn: Element) => boolean)[] = [
  (_, { looks, isKnown }) => looks > 1 || isKnown === true,
  (_, { beats }) => beats.size > 1,
  (element, _, turn) => lengthOf(element) > (around(element, BLOCKS, turn) ? NAME_LENGTH : LABEL_LENGTH),
  (element) => keysIn(deepText(element, LINKED).trim()) > NAME_LENGTH,
  () => true,
];
/** So many of them were seen to grow. */
const GROWN = 2;

/** What a paragraph or a list stands in: short headings and items beside it are of the same text. */
function containerOf(element: Element, turn: Element): Element {
  let node = around(element, 'pre, table', turn) ?? element;
  while (
    node !== turn &&
    node.parentElement &&
    (node.matches(BLOCKS) || (node.matches(INLINE_SELECTOR) && around(node, BLOCKS, turn)))
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

/** The elements in `turn` in which text came that reads like an answer's, and not like a name or a clock beside it. */
function wordsIn(
  { grown, earlier }: Burst,
  turn: Element,
  isWords: (element: Element, growth: Grown) => boolean,
): Element[] {
  const words = [...earlier, ...grown].flatMap(([element, growth]) =>
    element.isConnected && holds(turn, element) && isWords(element, growth) ? [element] : [],
  );
  return [...new Set(words)];
}

/** What is shown with an answer and is not of it, wherever it stands. */
export const BESIDE =
  'button, time, svg, style, script, [role="button"], [class*="timestamp" i], [class*="sr-only" i], [class*="visually-hidden" i]';

/** In a line of names and buttons the words between them are all that it says: "Sources: …, …". */
const LINKED = `a, ${BESIDE}`;

/** Text without what buttons and clocks say. */
export const spoken = (element: Element): string => normaliseText(deepText(element, BESIDE));
