/** What is new in a part of a page that may have been drawn anew: the text that it did not have before. */

import { isNoText } from '../ground/tree.ts';

/** Text that came. */
export interface Arrival {
  /** The innermost element that holds it. */
  element: Element;
  /** Characters that are new; 0 where the same text was only drawn anew. */
  gained: number;
  /** The element that this one took the place of. */
  instead?: Element;
  /** It was moved there as a whole: what grew of it did so elsewhere. */
  isMoved?: true;
  /** It took the place of another text: what stood there has not grown. */
  isOther?: true;
  /** It came in the text of an answer that a learned profile reads. */
  isKnown?: true;
  /** When it came: once for each time that the page put some of it there. */
  beats: readonly number[];
}

/** An arrival before it is known when it came. */
export type Came = Omit<Arrival, 'beats'>;

/** Deeper than this, a redrawn tree is compared as one text. */
const DEEPEST = 24;

/**
 * What came in `target` in one look: `added` and `removed` are its child nodes that came and went, `was` is what a text
 * node held before.
 */
export function arrivedIn(target: Node, added: readonly Node[], removed: readonly Node[], was?: string): Came[] {
  const arrivals: Came[] = [];
  const element = target instanceof Element ? target : target.parentElement;
  if (was !== undefined && element) addNew(arrivals, element, was, target.textContent ?? '');
  if (element && saysOtherThan(removed, element)) arrivals.push({ element, gained: 0, isOther: true });
  if (element) addNew(arrivals, element, wordsOf(removed), wordsOf(added));
  const [before, now] = [removed.filter(isElement), added.filter(isElement)];
  const pairs = paired(before, now);
  for (const [old, fresh] of pairs) compare(old, fresh, arrivals, 0);
  if (element) goOn(arrivals, element, pairs, before);
  return arrivals;
}

const isText = (node: Node): node is Text => node instanceof Text;
const isElement = (node: Node): node is Element => node instanceof Element;
const wordsOf = (nodes: readonly Node[]): string =>
  nodes
    .filter(isText)
    .map(({ data }) => data.trim())
    .join('');

function add(arrivals: Came[], element: Element, gained: number, instead?: Element): void {
  if (gained > 0 || instead) arrivals.push({ element, gained: Math.max(0, gained), ...(instead ? { instead } : {}) });
}

/** What `text` has more than `old`, in the place of which it stands. */
function addNew(arrivals: Came[], element: Element, old: string, text: string): void {
  const gained = newIn(old, text);
  if (gained > 0) arrivals.push({ element, gained, ...(isOtherThan(old, text) ? { isOther: true } : {}) });
}

/** All text of an element that is new as a whole. */
export function wholeOf(element: Element): Came[] {
  const arrivals: Came[] = [];
  addAll(arrivals, element);
  return arrivals;
}

/** New text counts where it stands, not where it was put in: a bubble may bring a name and a clock along. */
function addAll(arrivals: Came[], element: Element): void {
  if (isNoText(element)) return;
  add(arrivals, element, wordsOf([...element.childNodes]).length);
  for (const child of element.children) addAll(arrivals, child);
}

function compare(before: Element | undefined, now: Element, arrivals: Came[], depth: number): void {
  const text = now.textContent ?? '';
  if (!before) return addAll(arrivals, now);
  add(arrivals, now, 0, before);
  const old = before.textContent ?? '';
  if (old === text) return;
  if (now.childElementCount === 0 || depth > DEEPEST) return addNew(arrivals, now, old, text);
  addNew(arrivals, now, wordsOf([...before.childNodes]), wordsOf([...now.childNodes]));
  const pairs = paired([...before.children], [...now.children]);
  for (const [child, other] of pairs) compare(child, other, arrivals, depth + 1);
  goOn(arrivals, now, pairs, [...before.children]);
}

type Pairs = readonly (readonly [Element | undefined, Element])[];

/** So many letters of what stood somewhere tell whether what stands there now goes on with them. */
const TELLING = 40;

/** What none of the new elements stands for, and says what those do: pieces that made room for paragraphs have grown. */
function goOn(arrivals: Came[], element: Element, pairs: Pairs, before: readonly Element[]): void {
  const left = before.filter((old) => !pairs.some(([paired]) => paired === old));
  const fresh = pairs.filter(([old]) => !old).map(([, now]) => now);
  if (left.length === 0 || fresh.length === 0) return;
  const said = beginningOf(left);
  if (said !== '' && lettersOf(fresh).includes(said)) for (const old of left) add(arrivals, element, 0, old);
}

/** Letters and digits in some nodes. */
export const lettersOf = (nodes: Iterable<Node>): string => lettersIn([...nodes].map(wholeText).join(''));
const lettersIn = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
const wholeText = ({ textContent }: Node): string => textContent ?? '';

/** So much of a text holds its first letters. */
const BEGINNING = 400;
const beginningOf = (nodes: readonly Node[]): string =>
  lettersIn(nodes.map(wholeText).join('').slice(0, BEGINNING)).slice(0, TELLING);

/** Fewer letters say nothing of what stands where they stood. */
const FEWEST_LETTERS = 3;

/** A whole conversation, drawn anew with each token, is not gone through for it each time. */
const MOST_SAID = 50_000;

/** Whether nothing that was taken from a node is said in it now: what stands there has not grown, whatever came and went. */
export function saysOtherThan(removed: Iterable<Node>, now: Node): boolean {
  const text = wholeText(now);
  const said = [...removed]
    .map((node) => wholeText(node).slice(0, MOST_SAID))
    .filter((was) => lettersIn(was.slice(0, BEGINNING)).length >= FEWEST_LETTERS);
  // What is drawn anew as it was is found so, at the cost of a search.
  if (said.length === 0 || text.length > MOST_SAID || said.some((was) => text.includes(was))) return false;
  const says = lettersIn(text);
  return !said.map(lettersIn).some((letters) => says.includes(letters.slice(0, TELLING)) || letters.startsWith(says));
}

/** Each of `now` with the one of `before` that it stands for: one with the same text, else one built alike. */
function paired(before: readonly Element[], now: readonly Element[]): [Element | undefined, Element][] {
  const left = [...before];
  const pairs = new Map<Element, Element>();
  const sameCount = before.length === now.length;
  for (const fits of [hasSameText, isAlike, ...(sameCount ? [hasSameTag] : [])])
    for (const element of now) {
      const at = pairs.has(element) ? -1 : left.findIndex((other) => fits(other, element));
      if (at >= 0) pairs.set(element, ...(left.splice(at, 1) as [Element]));
    }
  return now.map((element) => [pairs.get(element), element]);
}

const hasSameText = (a: Element, b: Element): boolean => a.textContent === b.textContent && hasSameTag(a, b);
const hasSameTag = (a: Element, b: Element): boolean => a.tagName === b.tagName;
/** The same tag with the same names. */
export const isAlike = (a: Element, b: Element): boolean => hasSameTag(a, b) && `${a.className}` === `${b.className}`;

/** Characters of `text` that `old` does not begin with, or all of them where it is another text. */
export function newIn(old: string, text: string): number {
  // A counter or a clock that shows something else has not grown.
  if (isOtherThan(old, text)) return text.length > old.length + 20 ? text.trim().length : 0;
  return text.length - old.length;
}

/** Whether a text begins in another way than what stood there. A cursor, or dots that wait, say nothing. */
function isOtherThan(old: string, text: string): boolean {
  if (text.startsWith(old) || !/[\p{L}\p{N}]/u.test(old)) return false;
  let shared = 0;
  while (shared < old.length && old[shared] === text[shared]) shared++;
  return shared < 0.5 * old.length;
}
