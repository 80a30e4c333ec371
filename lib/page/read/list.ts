/** Numbers of lists, as the page draws them. */
import { stringsIn, writtenBefore } from './generated.ts';
import { type Look, styleOf } from './looks/look.ts';

interface Numbering {
  first: number;
  next: number;
  /** Where its items stand, if they may be drawn in another order than that: their numbers go by it. */
  places: ReadonlyMap<Element, number> | undefined;
  /** The number of the item that was read last, which lists in it may tell along. */
  last: number;
  step: 1 | -1;
  format: (number: number) => string;
}

/** Numbers that the lists of one reading have given so far. */
export class Lists {
  readonly #byList = new Map<Element, Numbering | 'words' | undefined>();

  /** What stands before an item; empty for a bullet, which says nothing. */
  markOf(item: Element, look: Look): string {
    const list = listOf(item);
    if (!list) return '';
    if (!this.#byList.has(list)) this.#byList.set(list, this.#numberingOf(list, item));
    const numbering = this.#byList.get(list);
    if (numbering === undefined || numbering === 'words')
      return numbering || item.hasAttribute('class') ? writtenBefore(item, look) : '';
    const own = Number.parseInt(item.getAttribute('value') ?? '', 10);
    const place = numbering.places?.get(item);
    const next = place === undefined ? numbering.next : numbering.first + place * numbering.step;
    numbering.last = Number.isNaN(own) ? next : own;
    numbering.next = numbering.last + numbering.step;
    return numbering.format(numbering.last);
  }

  #numberingOf(list: Element, item: Element): Numbering | 'words' | undefined {
    const style = styleOf(item);
    const written = getComputedStyle(item, '::before').content;
    const marker = getComputedStyle(item, '::marker').content;
    const isItem = style?.display === 'list-item' || !style?.display;
    const type = isItem ? (style?.listStyleType ?? (list.localName === 'ol' ? 'decimal' : 'none')) : 'none';
    const counted = [written, isItem ? marker : ''].find((content) => content.includes('counter'));
    const drawn = isItem && marker.startsWith('"') ? stringsIn(marker).trim() : '';
    const format = counted
      ? (number: number) => this.#written(counted, number, list)
      : drawn
        ? () => drawn
        : formatOf(type);
    if (!format) return written.startsWith('"') ? 'words' : undefined;
    const start = startOf(list, counted);
    return { ...start, first: start.next, last: 0, places: placesIn(list), format };
  }

  /** A number as `content` has it: strings and counters after one another. */
  #written(content: string, number: number, list: Element): string {
    const [shown = ''] = content.split(/ \/ (?=")/);
    const text = Array.from(shown.matchAll(COUNTED), ([string, many, args = '']) => {
      if (!args) return stringsIn(string);
      const [, ...rest] = args.split(/,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      const style = rest.findLast((part) => !part.startsWith('"'))?.trim() ?? 'decimal';
      const numbers = many ? [...this.#around(list), number] : [number];
      const between = many ? stringsIn(rest[0] ?? '') : '';
      return numbers.map((each) => inStyle(style, each)).join(between);
    }).join('');
    return text.trim();
  }

  /** Numbers of the items that a list stands in, from the outermost. */
  #around(list: Element): number[] {
    const around: number[] = [];
    for (let element = list.parentElement; element; element = element.parentElement) {
      const numbering = this.#byList.get(element);
      if (numbering && numbering !== 'words') around.unshift(numbering.last);
    }
    return around;
  }
}

/** A string, or a counter with its name and what else it is told. */
const COUNTED = /"(?:[^"\\]|\\.)*"|counter(s?)\(((?:[^()"]|"[^"]*")*)\)/g;

/** The list of an item; what a style takes away between them is none. */
function listOf({ parentElement }: Element): Element | null {
  let list = parentElement;
  while (list && !/^(?:ol|ul|menu)$/.test(list.localName) && styleOf(list)?.display === 'contents')
    list = list.parentElement;
  return list;
}

function placesIn(list: Element): ReadonlyMap<Element, number> | undefined {
  if (!/flex|grid/.test(styleOf(list)?.display ?? '')) return undefined;
  const items = Array.from(list.children).filter((item) => styleOf(item)?.display !== 'none');
  return new Map(items.map((item, place) => [item, place]));
}

function startOf(list: Element, counted: string | undefined): { next: number; step: 1 | -1 } {
  const start = Number.parseInt(list.getAttribute('start') ?? '', 10);
  const name = /counters?\(([^,)\s]+)/.exec(counted ?? '')?.[1];
  const reset = name
    ? new RegExp(`(?:^|\\s)${CSS.escape(name)} (-?\\d+)`).exec(styleOf(list)?.counterReset ?? '')?.[1]
    : undefined;
  if (reset !== undefined && name !== 'list-item') return { next: Number(reset) + 1, step: 1 };
  const isReversed = list.localName === 'ol' && list.hasAttribute('reversed');
  const first = isReversed ? list.childElementCount : 1;
  return { next: Number.isNaN(start) ? first : start, step: isReversed ? -1 : 1 };
}

function formatOf(type: string): Numbering['format'] | undefined {
  if (/^(?:none|disc|circle|square|disclosure-\w+)$/.test(type)) return undefined;
  const words = /^"(.*)"$/.exec(type)?.[1];
  // A string of the page's own: a tick says something, a dash does not.
  if (words !== undefined) return /[^\s\p{Pd}•◦▪*·]/u.test(words) ? () => words.trim() : undefined;
  return (number) => `${inStyle(type, number)}.`;
}

function inStyle(type: string, number: number): string {
  if (/^(?:lower|upper)-(?:alpha|latin)$/.test(type)) return inCase(type, letters(number));
  if (/^(?:lower|upper)-roman$/.test(type)) return inCase(type, roman(number));
  if (type === 'lower-greek') return GREEK[number - 1] ?? `${number}`;
  return type === 'decimal-leading-zero' ? `${number}`.padStart(2, '0') : `${number}`;
}

const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';

const inCase = (type: string, text: string): string => (type.startsWith('upper') ? text.toUpperCase() : text);

function letters(number: number): string {
  if (number < 1) return `${number}`;
  const before = Math.floor((number - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

const ROMAN = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
});

function roman(number: number): string {
  if (number < 1 || number > 3_999) return `${number}`;
  let [left, text] = [number, ''];
  for (const [sign, worth] of ROMAN) for (; left >= worth; left -= worth) text += sign;
  return text;
}
