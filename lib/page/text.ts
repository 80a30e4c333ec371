/**
 * Reads the text of an answer from its text nodes. No layout is asked for, so it works in `content-visibility: auto`
 * and in background tabs, where `innerText` is empty or forces work on the page.
 */
import { shadowOf } from './shadow.ts';

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

/** A text node's place in the text that was read. */
interface Piece {
  node: Text;
  /** Where it begins in `raw`, in UTF-16 units. */
  start: number;
}

/** Text as it was read, with the way back from it to the page. */
export interface Reading {
  /** Every text node's characters as they stand, with line breaks between blocks: what anchors count in. */
  raw: string;
  pieces: Piece[];
  /** The same for people: white space folded as a browser folds it, but for code. */
  shown: string;
}

/** Reads `elements` one after another, leaving out whatever matches one of `exclude`. */
export function readText(elements: readonly Element[], exclude: readonly string[] = []): Reading {
  const reading: Reading = { raw: '', pieces: [], shown: '' };
  const left = exclude.join(',');
  for (const element of elements) {
    breakLine(reading, '\n');
    readInside(element, left, reading, element.closest('pre') !== null);
  }
  return reading;
}

/** Reads what an element shows: its shadow root where it has one, and in that its own children where a slot takes them. */
function readInside(element: Element, left: string, reading: Reading, isCode: boolean): void {
  const slotted = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
  for (const node of slotted) readNode(node, left, reading, isCode);
  if (slotted.length === 0) readChildren(shadowOf(element) ?? element, left, reading, isCode);
}

function readChildren(parent: Node, left: string, reading: Reading, isCode: boolean): void {
  for (let node = beside(parent, 'firstChild'); node; node = beside(node, 'nextSibling'))
    readNode(node, left, reading, isCode);
}

function readNode(node: Node, left: string, reading: Reading, isCode: boolean): void {
  if (node instanceof Text) readWords(node, reading, isCode);
  else if (node instanceof Element) readElement(node, left, reading, isCode);
}

function readWords(node: Text, reading: Reading, isCode: boolean): void {
  if (node.data === '') return;
  reading.pieces.push({ node, start: reading.raw.length });
  reading.raw += node.data;
  // U+FEFF is no space, though JavaScript takes it for one: a mark that begins with it may stand within a word.
  const words = isCode ? node.data : node.data.replace(/[^\S\uFEFF]+/g, ' ');
  reading.shown += !isCode && /(^|\s)$/.test(reading.shown.slice(-1)) ? words.replace(/^ /, '') : words;
}

/** A form's fields stand before its own properties (`<input name="nextSibling">`), so a form is asked past them. */
const beside = (node: Node, which: 'firstChild' | 'nextSibling'): ChildNode | null =>
  node instanceof HTMLFormElement ? Reflect.get(Node.prototype, which, node) : node[which];

function readForm(form: HTMLFormElement, left: string, reading: Reading, isCode: boolean): void {
  const { hasAttribute, matches } = Element.prototype;
  if (hasAttribute.call(form, 'hidden') || (left && matches.call(form, left))) return;
  breakLine(reading, '\n');
  readChildren(form, left, reading, isCode);
  breakLine(reading, '\n');
}

function readElement(element: Element, left: string, reading: Reading, isCode: boolean): void {
  if (element instanceof HTMLFormElement) return readForm(element, left, reading, isCode);
  const name = element.tagName.toUpperCase();
  if (
    (SKIPPED.has(name) && !isHeading(name, element)) ||
    element.hasAttribute('hidden') ||
    (left && element.matches(left)) ||
    isDrawnBeside(element)
  )
    return;
  if (name === 'BR') return addBreak(reading, '\n');
  const edge = BLOCKS.has(name) ? '\n' : CELLS.has(name) ? '\t' : '';
  if (edge === '\n') breakLine(reading, edge);
  readInside(element, left, reading, isCode || name === 'PRE');
  breakLine(reading, edge);
}

/** KaTeX draws a formula, and has it once more for screen readers. */
const isDrawnBeside = ({ classList, nextElementSibling }: Element): boolean =>
  classList.contains('katex-mathml') && nextElementSibling?.classList.contains('katex-html') === true;

/** Ends a line or a cell, unless one has just ended. */
function breakLine(reading: Reading, edge: '\n' | '\t' | ''): void {
  if (!edge || reading.raw === '' || /\n[^\S\n]*$/.test(reading.raw.slice(-40))) return;
  addBreak(reading, edge);
}

function addBreak(reading: Reading, edge: '\n' | '\t'): void {
  reading.raw += edge;
  if (edge === '\t' || !reading.shown.endsWith('\n')) reading.shown = reading.shown.replace(/ $/, '') + edge;
}

/** A button in a column's heading sorts by it: its text is the table's. */
const isHeading = (name: string, element: Element): boolean =>
  name === 'BUTTON' && element.closest('th, [role="columnheader"]') !== null;

/** A reading for people: no white space at line ends, no more than one empty line, none around. */
export function tidy({ shown }: Reading): string {
  return shown
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
