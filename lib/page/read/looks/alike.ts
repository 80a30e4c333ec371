/** Which elements of an answer look alike, so that a style is asked once for all of them. */

/**
 * Numbers elements that no style tells apart: their names, attributes and places are the same, and so are those of all that is
 * around them in the answer, and of what stands beside each. A price that is struck out and the one that holds may differ in
 * nothing but where their item stands (test/pages/reading/places.ts).
 */
export class Alike {
  /** Of elements as they look, and as what other elements stand in. */
  readonly #numbers = new Map<Element, number>();
  readonly #around = new Map<Element, number>();
  readonly #places = new Map<Element, number>();
  readonly #names = new Map<Element, string | undefined>();
  readonly #kinds = new Map<string, number>();
  readonly #top: Element;
  /** False where a state that stands in no attribute may decide: a style may look for a ticked box anywhere. */
  readonly #areAnyAlike: boolean;
  #last = 0;

  constructor(top: Element) {
    this.#top = top;
    this.#areAnyAlike = !hasStates(top);
    this.#around.set(top, 0);
  }

  /** The same number for elements that look alike. */
  of(element: Element): number {
    return this.#numberOf(element, this.#numbers, (place) => (place < FAR_IN ? place : FAR_IN + (place % 2)));
  }

  /** The same for elements in which others of the same names look alike. */
  #numberAround(element: Element): number {
    return this.#numberOf(element, this.#around, (place) => `in ${Math.min(place, FAR_AROUND)}`);
  }

  #numberOf(element: Element, numbers: Map<Element, number>, said: Said): number {
    const known = numbers.get(element);
    if (known !== undefined) return known;
    const kind = this.#kindOf(element, said);
    const number = (kind && this.#kinds.get(kind)) || ++this.#last;
    if (kind) this.#kinds.set(kind, number);
    numbers.set(element, number);
    return number;
  }

  /** Undefined of what is like no other. */
  #kindOf(element: Element, said: Said): string | undefined {
    const { parentElement } = element;
    if (!this.#areAnyAlike || !parentElement || !this.#top.contains(parentElement)) return undefined;
    const names = this.#namesOf(element);
    if (names === undefined) return undefined;
    const { previousElementSibling: before, nextElementSibling: after } = element;
    const beside = `${before && this.#namesOf(before)} ${after && this.#namesOf(after)}`;
    return `${this.#numberAround(parentElement)} ${names} ${said(this.#placeOf(element))} ${beside}`;
  }

  /** Asked of each element for itself, and for what stands before and after it. */
  #namesOf(element: Element): string | undefined {
    if (!this.#names.has(element)) this.#names.set(element, namesOf(element));
    return this.#names.get(element);
  }

  /** How many stand before an element. */
  #placeOf(element: Element): number {
    let steps = 0;
    let one: Element | null = element;
    for (; one && !this.#places.has(one); one = one.previousElementSibling) steps++;
    const place = steps + (one ? (this.#places.get(one) as number) : -1);
    this.#places.set(element, place);
    return place;
  }
}

/** What is said of how many stand before an element. */
type Said = (place: number) => number | string;

/** Pages style the first few of what they repeat, each second one, and the last; or hide all but the first ten, say. */
const FAR_IN = 12;
/** By where it stands in something else, they style what is in the first few of it. */
const FAR_AROUND = 3;

const hasStates = (top: Element): boolean =>
  ['input', 'select', 'details'].some((name) => top.getElementsByTagName(name).length > 0) ||
  top.querySelector('[aria-checked], [aria-selected]') !== null;

/** Longer values of attributes are words or addresses, and no two are the same. */
const LONGEST = 120;
/** A value of the page's own that says where something stands in its source: no style asks for it, though for its name perhaps. */
const POSITION = /^\d{2,}$/;

/** An element's name, class and attributes; undefined where it is like no other. */
function namesOf(element: Element): string | undefined {
  const { attributes, className, localName } = element;
  if (attributes.length === 0) return localName;
  if (attributes.length === 1 && className && typeof className === 'string') return `${localName}.${className}`;
  let names = localName;
  for (const { name, value } of attributes) {
    if (name === 'id' || value.length > LONGEST) return undefined;
    names += name.startsWith('data-') && POSITION.test(value) ? `|${name}` : `|${name}=${value}`;
  }
  return names;
}
