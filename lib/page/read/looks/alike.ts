/** Which elements of an answer look alike, so that a style is asked once for all of them. */
/** What an element says of itself by its name and its attributes: one object for all elements that say the same. */
interface Names {
  /** The same for elements that styles may take for each other by this; `UNLIKE` of what is like no other. */
  readonly number: number;
  /** That none of it makes anything else of the element than words, once that was asked. */
  isPlain: boolean | undefined;
}

/** What is known of one element during a reading. */
interface OneKnown<Look> {
  readonly names: Names;
  /** How many stand before it. */
  readonly place: number;
  look?: Look;
  /** Its number as something that others stand in; 0 where that is not in the answer. */
  around?: number;
}

/** Of what is not there, and of what is like no other. */
const NONE = 1;
const UNLIKE = 2;

/**
 * Numbers elements that no style tells apart: their names, attributes and places are the same, and so are those of all that is
 * around them in the answer, and of what stands beside each. A price that is struck out and the one that holds may differ in
 * nothing but where their item stands (test/pages/reading/places.ts).
 */
export class Alike<Look> {
  readonly #known = new Map<Element, OneKnown<Look>>();
  readonly #names = new Map<string, Names>();
  readonly #pairs = new Map<number | string, number>();
  readonly #top: Element;
  /** False where a state that stands in no attribute may decide: a style may look for a ticked box anywhere. */
  readonly #areAnyAlike: boolean;
  #last = UNLIKE;

  constructor(top: Element) {
    this.#top = top;
    this.#areAnyAlike = !hasStates(top);
    this.known(top).around = ++this.#last;
  }

  known(element: Element): OneKnown<Look> {
    const known = this.#known.get(element);
    if (known) return known;
    const one = { names: this.#namesOf(element), place: this.#placeOf(element), look: undefined, around: undefined };
    this.#known.set(element, one);
    return one;
  }

  /** The same number for elements that look alike; 0 of what is like no other. */
  numberOf(element: Element): number {
    const { place } = this.known(element);
    return this.#kindOf(element, place < FAR_IN ? place : FAR_IN + (place % 2));
  }

  /** The same for elements in which others of the same names look alike. */
  #aroundOf(element: Element): number {
    const known = this.known(element);
    known.around ??= this.#top.contains(element)
      ? this.#kindOf(element, AROUND + Math.min(known.place, FAR_AROUND)) || ++this.#last
      : 0;
    return known.around;
  }

  #kindOf(element: Element, place: number): number {
    const { parentElement, previousElementSibling: before, nextElementSibling: after } = element;
    const names = this.#numberAt(element);
    const around = this.#areAnyAlike && names !== UNLIKE && parentElement && this.#aroundOf(parentElement);
    if (!around) return 0;
    const beside = this.#pair(this.#numberAt(before), this.#numberAt(after));
    return this.#pair(this.#pair(around, place), this.#pair(names, beside));
  }

  readonly #numberAt = (element: Element | null): number => (element ? this.known(element).names.number : NONE);

  #placeOf(element: Element): number {
    let place = 0;
    for (let one = element.previousElementSibling; one; one = one.previousElementSibling) {
      place++;
      const known = this.#known.get(one);
      if (known) return place + known.place;
    }
    return place;
  }

  /** A number for two numbers in their order. They are a string only where there are very many: that takes longer. */
  #pair(one: number, other: number): number {
    const key = one < MANY && other < MANY ? one * MANY + other : `${one} ${other}`;
    const known = this.#pairs.get(key);
    if (known) return known;
    this.#pairs.set(key, ++this.#last);
    return this.#last;
  }

  #namesOf(element: Element): Names {
    const said = saidBy(element);
    const known = this.#names.get(said);
    if (known) return known;
    const names = { number: said === UNSAID ? UNLIKE : ++this.#last, isPlain: undefined };
    if (said !== UNSAID) this.#names.set(said, names);
    return names;
  }
}

const { getAttribute, getAttributeNames } = Element.prototype;
const UNSAID = '';

/**
 * What an element is called and its attributes say; `UNSAID` where no other says the same. A page chooses its values: with their lengths
 * no value reads like further attributes, and no name holds a `=`.
 */
function saidBy(element: Element): string {
  let said = `${element.localName}`;
  for (const attribute of getAttributeNames.call(element)) {
    const value = getAttribute.call(element, attribute) ?? '';
    if (attribute === 'id' || (value.length > LONGEST && attribute !== 'class')) return UNSAID;
    said +=
      attribute.startsWith('data-') && POSITION.test(value)
        ? `|${attribute}=`
        : `|${attribute}=${value.length}:${value}`;
  }
  return said;
}

/** Pages style the first few of what they repeat, each second one, and the last; or hide all but the first ten, say. */
const FAR_IN = 12;
/** By where it stands in something else, they style what is in the first few of it. */
const FAR_AROUND = 3;
/** No number that says where an element itself stands. */
const AROUND = FAR_IN + 2;

/** Two numbers below this are one that browsers reckon with at once. */
const MANY = 2 ** 15;

const hasStates = (top: Element): boolean =>
  ['input', 'select', 'details'].some((name) => top.getElementsByTagName(name).length > 0) ||
  top.querySelector('[aria-checked], [aria-selected]') !== null;

/** Longer values of attributes are words or addresses, and no two are the same. */
const LONGEST = 120;

/** A value of the page's own that says where something stands in its source: no style asks for it, though for its name perhaps. */
const POSITION = /^\d{2,}$/;
