/** What stands within a line: parts side by side, and elements whose drawing adds something to their words. */
import { writtenBefore } from './controls.ts';
import { styleOf } from './look.ts';
import { INLINE_TAGS, isBlank, partsOf, type Walk, type WalkPlace } from './walk.ts';

/** Reads parts that a style puts side by side: as cells where they are columns, as words where they are words. */
export function readBeside(element: Element, kind: 'beside' | 'chip', walk: Walk, place: WalkPlace): void {
  const parts = partsOf(element).filter((part) => part instanceof Element || !isBlank(part));
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
  const [before = '', after = ''] = place.visible ? addedTo(element, place) : [];
  walk.out.put(before);
  for (const part of partsOf(element)) walk.node(part, place);
  walk.out.put(after);
}

/** What people see of an element before and after its words. */
function addedTo(element: Element, { code }: WalkPlace): readonly string[] {
  const name = element.localName;
  if (name === 'q') return ['“', '”'];
  if (name === 'rt') return [' (', ')'];
  if (name === 'sup') return [raisedBy(element)];
  if (code || element.firstChild || !element.hasAttribute('class')) return [];
  return [writtenBefore(element)];
}

/** What an exponent stands behind: a number, a bracket, a name of one letter. */
const BASE = /(?:[\d)]|(?:^|[^\p{L}])\p{L})$/u;

/** What tells a raised number from the digits before it: an exponent, or the fraction behind a whole number. */
function raisedBy(element: Element): string {
  const before = element.previousSibling?.textContent ?? '';
  const raised = element.textContent ?? '';
  if (!BASE.test(before) || raised.length > 12 || element.closest('a') || element.querySelector('a, button')) return '';
  return /^\s*[/⁄]/.test(element.nextSibling?.textContent ?? '') ? ' ' : '^';
}
