/** Numbers of lists, as the page draws them. */
import { writtenBefore } from './controls.ts';
import { styleOf } from './look.ts';

interface Numbering {
  next: number;
  step: 1 | -1;
  format: (number: number) => string;
}

/** Numbers that the lists of one reading have given so far. */
export class Lists {
  readonly #byList = new Map<Element, Numbering | undefined>();

  /** What stands before an item; empty for a bullet, which says nothing. */
  markOf(item: Element): string {
    const list = item.parentElement;
    if (!list) return '';
    if (!this.#byList.has(list)) this.#byList.set(list, numberingOf(list, item));
    const numbering = this.#byList.get(list);
    if (!numbering) return item.hasAttribute('class') ? writtenBefore(item) : '';
    const own = Number.parseInt(item.getAttribute('value') ?? '', 10);
    const number = Number.isNaN(own) ? numbering.next : own;
    numbering.next = number + numbering.step;
    return numbering.format(number);
  }
}

function numberingOf(list: Element, item: Element): Numbering | undefined {
  const type = styleOf(item)?.listStyleType ?? (list.localName === 'ol' ? 'decimal' : 'none');
  const format = formatOf(type === 'none' && hasCounter(item) ? 'decimal' : type);
  if (!format) return undefined;
  const isReversed = list.localName === 'ol' && list.hasAttribute('reversed');
  const start = Number.parseInt(list.getAttribute('start') ?? '', 10);
  const first = isReversed ? list.childElementCount : 1;
  return { next: Number.isNaN(start) ? first : start, step: isReversed ? -1 : 1, format };
}

/** Whether a page that draws no numbers of its own counts by style. */
const hasCounter = (item: Element): boolean => getComputedStyle(item, '::before').content.includes('counter');

function formatOf(type: string): Numbering['format'] | undefined {
  if (/^(?:none|disc|circle|square|disclosure-\w+)$/.test(type)) return undefined;
  const words = /^"(.*)"$/.exec(type)?.[1];
  // A string of the page's own: a tick says something, a dash does not.
  if (words !== undefined) return /[^\s\p{Pd}•◦▪*·]/u.test(words) ? () => words.trim() : undefined;
  if (/^(?:lower|upper)-(?:alpha|latin)$/.test(type)) return (number) => `${inCase(type, letters(number))}.`;
  if (/^(?:lower|upper)-roman$/.test(type)) return (number) => `${inCase(type, roman(number))}.`;
  return (number) => `${number}.`;
}

const inCase = (type: string, text: string): string => (type.startsWith('upper') ? text.toUpperCase() : text);

function letters(number: number): string {
  if (number < 1) return `${number}`;
  const before = Math.floor((number - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

const ROMAN = [
  ...[
    ['m', 1000],
    ['cm', 900],
    ['d', 500],
    ['cd', 400],
    ['c', 100],
    ['xc', 90],
    ['l', 50],
    ['xl', 40],
  ],
  ...[
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ],
] as [string, number][];

function roman(number: number): string {
  if (number < 1 || number > 3_999) return `${number}`;
  let [left, text] = [number, ''];
  for (const [sign, worth] of ROMAN) for (; left >= worth; left -= worth) text += sign;
  return text;
}
