/** What stands within a line: parts side by side, and elements whose drawing adds something to their words. */
import { styleOf } from './looks/look.ts';
import { INLINE_TAGS, isBlank, isLeaf, partsOf, type Walk, type WalkPlace } from './walk.ts';

/** Reads parts that a style puts side by side: as cells where they are columns, as words where they are words. */
export function readBeside(element: Element, kind: 'beside' | 'chip', walk: Walk, place: WalkPlace): void {
  const parts = walk.partsOf(element).filter((part) => part instanceof Element || !isBlank(part));
  const areColumns = kind === 'beside' && parts.every(isInline) && styleOf(element)?.flexWrap === 'nowrap';
  for (const part of parts) {
    const isWords = kind === 'chip' || isInline(part) || part instanceof Text;
    if (isWords) walk.out.apart(areColumns ? '\t' : ' ');
    walk.node(part, place, isWords ? 'words' : undefined);
  }
}

const isInline = (part: Node): boolean =>
  part instanceof Element && (INLINE_TAGS.has(part.localName) || part.localName.includes('-'));

/** Reads an element that stands within a line. */
export function readWithin(element: Element, walk: Walk, place: WalkPlace): void {
  const [before = '', after = ''] = place.visible ? addedTo(element) : [];
  walk.out.put(before);
  for (const part of partsOf(element)) walk.node(part, place);
  walk.out.put(after);
}

/** What people see of an element before and after its words. */
function addedTo(element: Element): readonly string[] {
  const name = element.localName;
  if (name === 'q') return ['“', '”'];
  if (name === 'rt') return [' (', ')'];
  return name === 'sup' || name === 'sub' ? shifted(element, name) : shiftedByStyle(element);
}

/** A style may raise or lower a part as the tags do. It is asked only where a part stands that would count as one. */
function shiftedByStyle(element: Element): readonly string[] {
  const before = element.previousSibling;
  if (!element.hasAttributes() || !before || (before instanceof Text && !isBase(before))) return [];
  const part = wordsOf(element);
  if (part === '' || part.length > LONGEST || !isLeaf(element) || !isBase(before)) return [];
  const shift = /^(?:sup|sub)/.exec(styleOf(element)?.verticalAlign ?? '')?.[0];
  return shift === 'sup' || shift === 'sub' ? shifted(element, shift) : [];
}

/** By its last character, of which some have two units. */
const isBase = (before: Node): boolean => /[\p{L}\d)]$/u.test(wordsOf(before).slice(-2));

/** What an exponent stands behind: a number, a bracket, a name of one letter. */
const BASE = /(?:[\d)]|(?:^|[^\p{L}])\p{L})$/u;
/** The end of an ordinal number, as it is written in English and French: a single letter may as well be an exponent. */
const ORDINAL = /^(?:st|nd|rd|th|er|re|ère|nde?|ème)$/i;
/** What is one without brackets around it. */
const SIMPLE = /^[-+−–]?[\p{L}\p{N}.,′]*$/u;

/** No exponent or index is longer. */
const LONGEST = 12;

/** What tells a raised or lowered part from what stands before and after it: exponents, bases, the numerator of a fraction. */
function shifted(element: Element, name: 'sup' | 'sub'): readonly string[] {
  const [before, next] = [wordsOf(element.previousSibling), wordsOf(element.nextSibling)];
  const part = wordsOf(element).trim();
  if (part === '' || part.length > LONGEST) return [];
  // A note behind a number is no part of it.
  if (element.closest('a') || element.querySelector('a, button'))
    return /\d$/.test(before) && /^\d/.test(part) ? [' '] : [];
  const counts = name === 'sub' ? isIndex(before, part, next) : isExponent(before, part);
  if (counts && name === 'sup' && /^\s*[/⁄]/.test(next)) return [' '];
  return counts ? inLine(name === 'sup' ? '^' : '_', part, next) : [];
}

const wordsOf = (node: Node | null): string => node?.textContent ?? '';

function inLine(sign: string, part: string, next: string): readonly string[] {
  const [open, close] = SIMPLE.test(part) ? ['', ''] : ['(', ')'];
  return [sign + open, close + (/^[\p{L}\p{N}]/u.test(next) ? ' ' : '')];
}

const isExponent = (before: string, part: string): boolean =>
  BASE.test(before) && !(/\d$/.test(before) && ORDINAL.test(part));

/** Whether a lowered part would be read as one with what is beside it: H₂O is not, 10₂ and log₂8 are. */
const isIndex = (before: string, part: string, next: string): boolean =>
  /[\p{L}\d)]$/u.test(before) &&
  (!SIMPLE.test(part) || (/\d$/.test(before) && /^\d/.test(part)) || (/\d$/.test(part) && /^\d/.test(next)));
