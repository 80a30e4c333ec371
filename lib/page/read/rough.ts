/**
 * The rough text of an answer: its text nodes, in the form that was canonical in the first version. It asks for no style, so
 * it is cheap enough while tokens come, and what was recorded by it is found again by it.
 */
import { shadowOf } from '../ground/shadow.ts';

/** Elements whose text is never part of an answer: code of the page, and controls. */
const SKIPPED = new Set(
  // The last two hold the source of a formula that is drawn beside them.
  'SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON SELECT TEXTAREA INPUT SVG IFRAME OBJECT ANNOTATION ANNOTATION-XML'.split(' '),
);

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER
  HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL`.split(/\s+/),
);
const CELLS = new Set(['TD', 'TH']);

/** A text while it is read: in parts, since a string that is asked for its end after each one is copied as often. */
interface Parts {
  /** The last characters as they stand in the page. */
  end: string;
  /** None of them empty. */
  shown: string[];
}

/** Most white space that can stand between a line's break and the end of what was read. */
const END = 40;

/** Reads `elements` one after another, leaving out whatever matches one of `exclude`. */
export function roughText(elements: readonly Element[], exclude: readonly string[] = []): string {
  const parts: Parts = { end: '', shown: [] };
  const left = exclude.join(',');
  for (const element of elements) {
    breakLine(parts, '\n');
    readInside(element, left, parts, element.closest('pre') !== null);
  }
  return tidied(parts.shown.join(''));
}

const addEnd = (parts: Parts, text: string): void => {
  parts.end = (text.length < END ? parts.end + text : text).slice(-END);
};

/** Reads what an element shows: its shadow root where it has one, and in that its own children where a slot takes them. */
function readInside(element: Element, left: string, parts: Parts, isCode: boolean): void {
  const slotted = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
  for (const node of slotted) readNode(node, left, parts, isCode);
  if (slotted.length === 0) readChildren(shadowOf(element) ?? element, left, parts, isCode);
}

function readChildren(parent: Node, left: string, parts: Parts, isCode: boolean): void {
  for (let node = beside(parent, 'firstChild'); node; node = beside(node, 'nextSibling'))
    readNode(node, left, parts, isCode);
}

function readNode(node: Node, left: string, parts: Parts, isCode: boolean): void {
  if (node instanceof Text) readWords(node, parts, isCode);
  else if (node instanceof Element) readElement(node, left, parts, isCode);
}

function readWords(node: Text, parts: Parts, isCode: boolean): void {
  if (node.data === '') return;
  addEnd(parts, node.data);
  // U+FEFF is no space, though JavaScript takes it for one: a mark that begins with it may stand within a word.
  const words = isCode ? node.data : node.data.replace(/[^\S\uFEFF]+/g, ' ');
  const isSpaced = !isCode && /(^|\s)$/.test(parts.shown.at(-1)?.slice(-1) ?? '');
  const shown = isSpaced ? words.replace(/^ /, '') : words;
  if (shown) parts.shown.push(shown);
}

/** A form's fields stand before its own properties (`<input name="nextSibling">`), so a form is asked past them. */
const beside = (node: Node, which: 'firstChild' | 'nextSibling'): ChildNode | null =>
  node instanceof HTMLFormElement ? Reflect.get(Node.prototype, which, node) : node[which];

function readForm(form: HTMLFormElement, left: string, parts: Parts, isCode: boolean): void {
  const { hasAttribute, matches } = Element.prototype;
  if (hasAttribute.call(form, 'hidden') || (left && matches.call(form, left))) return;
  breakLine(parts, '\n');
  readChildren(form, left, parts, isCode);
  breakLine(parts, '\n');
}

function readElement(element: Element, left: string, parts: Parts, isCode: boolean): void {
  if (element instanceof HTMLFormElement) return readForm(element, left, parts, isCode);
  const name = element.tagName.toUpperCase();
  if (
    (SKIPPED.has(name) && !isHeading(name, element)) ||
    element.hasAttribute('hidden') ||
    (left && element.matches(left)) ||
    isDrawnBeside(element)
  )
    return;
  if (name === 'BR') return addBreak(parts, '\n');
  const edge = BLOCKS.has(name) ? '\n' : CELLS.has(name) ? '\t' : '';
  if (edge === '\n') breakLine(parts, edge);
  readInside(element, left, parts, isCode || name === 'PRE');
  breakLine(parts, edge);
}

/** KaTeX draws a formula, and has it once more for screen readers. */
const isDrawnBeside = ({ classList, nextElementSibling }: Element): boolean =>
  classList.contains('katex-mathml') && nextElementSibling?.classList.contains('katex-html') === true;

/** Ends a line or a cell, unless one has just ended. */
function breakLine(parts: Parts, edge: '\n' | '\t' | ''): void {
  if (!edge || parts.end === '' || /\n[^\S\n]*$/.test(parts.end)) return;
  addBreak(parts, edge);
}

function addBreak(parts: Parts, edge: '\n' | '\t'): void {
  addEnd(parts, edge);
  const last = parts.shown.pop() ?? '';
  parts.shown.push(edge === '\t' || !last.endsWith('\n') ? last.replace(/ $/, '') + edge : last);
}

/** A button in a column's heading sorts by it: its text is the table's. */
const isHeading = (name: string, element: Element): boolean =>
  name === 'BUTTON' && element.closest('th, [role="columnheader"]') !== null;

/** No white space at line ends, no more than one empty line, none around. */
const tidied = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
