/** What a page says around each turn, and is not of its text: who speaks, when it was sent, what can be done with it. */
import { normaliseText } from '../../domain/output/text.ts';
import { shadowOf } from '../ground/shadow.ts';
import { aroundIt, deepMatches, deepText, INLINE_SELECTOR } from '../ground/tree.ts';
import { tellingName, tellingNames, tokensOf } from '../learn/tokens.ts';
import type { OwnWords } from '../prompt/own-words.ts';
import { captionsIn } from './captions.ts';
import { BESIDE } from './region.ts';

/** A turn's text, and the person's turn before it. */
interface Framed {
  region: Element;
  user?: Element;
  words?: OwnWords;
}

/** Headings of code blocks in most renderers: the language's name, and what to do with the code. */
const CODE_HEADERS =
  '[class*="language" i]:not(code, pre, pre *, [class*="language-"]), [class*="code" i][class*="toolbar" i], [class*="code" i][class*="header" i]';
/** Marks of sources: their address is kept with the answer, what they say is the page's. Not what only holds some. */
const SOURCES =
  ':is([class*="citation" i], [data-testid*="citation" i], sup:has(> a)):not(p, li, td, h1, h2, h3, h4, :has(p, li, td, pre, h1, h2, h3, h4))';
/** Cards that open something: their words are a title and a glimpse of it. Words in a line, and headings that fold, are text. */
const CARDS =
  ':is([role="button"], a:has(> div)):not(p *, li *, td *, th *, h1 *, h2 *, h3 *, h4 *, pre, [role="table"], :has(p, li, h1, h2, h3, h4, pre, table))';
/** Shown beside an answer on any site. What is hidden from screen readers and has parts is drawn for the eye: a formula, say. */
export const ALWAYS_BESIDE = [
  'time',
  '[class*="timestamp" i]',
  '[aria-hidden="true"]:not(:has(> *))',
  '[class*="sr-only" i], [class*="visually-hidden" i]',
  CODE_HEADERS,
  SOURCES,
  CARDS,
  '[role="progressbar"]',
  // What a tool did or thought, between its words or before them.
  'details',
];

const CLOCK = /^(\p{L}+,? )?\d{1,2}[:.]\d{2}([:.]\d{2})?(\s?[ap]\.?m\.?)?$/iu;
/** Longer texts are no label, and no note that stands with each answer. */
const LABEL_LENGTH = 60;
const NOTE_LENGTH = 240;
/** Most labels that are looked at in one text, and most selectors of what frames it. */
const MOST_LABELS = 120;
const MOST_SELECTORS = 7;
/** What an answer itself is made of: where it says the same twice, that is what it says. */
const PROSE = 'p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, a, b, i, em, strong, code, mark, sub, sup, q, kbd';

/** Selectors of what frames the texts of `exemplars`. */
export function framesIn(exemplars: readonly Framed[]): string[] {
  const selectors = exemplars.flatMap((exemplar) => [
    ...labelsIn(exemplar.region, (leaf) => isClock(leaf) || isUnseen(leaf)),
    ...captionsIn(exemplar.region),
    ...unselectableIn(exemplar.region),
    ...aroundSlot(exemplar.region),
    ...marksIn(exemplar.region),
    ...labelsOfUser(exemplar),
  ]);
  const isFraming = (selector: string) =>
    exemplars.every(({ region }) => isSmall(selector, region) || isUnselectable(selector, region));
  return [...new Set([...selectors.filter(isFraming), ...repeatedIn(exemplars)])].slice(0, MOST_SELECTORS);
}

/** Marks of sources: what can be opened behind a sentence, by a name of its own; "[3]" anywhere, and "handbook +2" that can be opened. */
const OPENED = '[tabindex="0"], [role="button"], [role="link"], [aria-haspopup], [aria-expanded], button, a[href]';
const REFERENCE = /^\[\d{1,3}\]$/;
const COUNTED = /^\S.{0,30} \+\d{1,2}$/u;
const NUMBER = /^\d{1,3}$/;
const SITE = /^\[?(?:\d{1,3}|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,6})\]?$/u;
/** Words behind a colon are what it announces. */
const BEHIND = /[.!?…。！？؟۔।]["'“”‘’»)\]」』]*\s*$/u;

function marksIn(region: Element): string[] {
  const marks = [...deepMatches(region, 'span, a, button, sup')].filter(isMark);
  const names = marks.slice(0, MOST_LABELS).flatMap((mark) => tellingName(mark) ?? []);
  return names.filter((name) =>
    [...deepMatches(region, name)].every((match) => isMark(match) || marks.some((mark) => mark.contains(match))),
  );
}

function isMark(element: Element): boolean {
  const text = deepText(element).trim();
  if (text === '' || text.length > LABEL_LENGTH || element.closest('pre, code') || !element.closest('p, li, td'))
    return false;
  if (REFERENCE.test(text)) return true;
  const before = saidBefore(element);
  // A number that cannot be opened is a value ("Sales. 12 of them"), unless it is stuck to the end of a sentence.
  if (!element.matches(OPENED)) return NUMBER.test(text) && BEHIND.test(before) && !/\s$/.test(before);
  const isNamed = !element.matches('a[href]') || SITE.test(text);
  return COUNTED.test(text) || (isNamed && BEHIND.test(before));
}

/** What stands right before an element in its line, but for other marks. */
function saidBefore(element: Element): string {
  let node = element.previousSibling;
  while (node instanceof Element && (node.matches(OPENED) || SITE.test(deepText(node).trim())))
    node = node.previousSibling;
  return node?.textContent ?? '';
}

/** Elements of a text whose style is asked for: what is in a line of it is its words. */
const MOST_STYLED = 120;
const STYLED = ':not(code, code *, p, p *, li *, td *, th *, h1 *, h2 *, h3 *, h4 *, svg, svg *)';
/** Drawn by what cannot be selected, and of the text all the same: formulas, and boxes to tick. */
const DRAWN = 'math, [class*="katex" i], [class*="mathjax" i], mjx-container, input, [role="checkbox"]';

/** What cannot be selected where the text can: hints, headings of code, what a tool did. */
function unselectableIn(region: Element): string[] {
  if (!isSelectable(region)) return [];
  const styled = [...deepMatches(region, STYLED)].filter((element) => element !== region).slice(0, MOST_STYLED);
  const tops = styled.filter((element) => isApart(element) && isSelectable(element.parentElement ?? region));
  return tops.flatMap((top) => tellingNames(top).find((name) => isUnselectable(name, region)) ?? []);
}

const isSelectable = (element: Element): boolean => getComputedStyle(element).userSelect !== 'none';
const isApart = (element: Element): boolean =>
  !isSelectable(element) &&
  !element.closest(`button, ${DRAWN}`) &&
  !element.querySelector(DRAWN) &&
  /\p{L}/u.test(deepText(element, BESIDE));

const isUnselectable = (selector: string, region: Element): boolean =>
  isSelectable(region) && !region.matches(selector) && [...deepMatches(region, selector)].every(isApart);

const FRAME_TAGS = 'header, footer, small, figcaption, nav, aside';

/** What a component says in its own root around the slot in which the text stands. */
function aroundSlot(region: Element): string[] {
  const slot = shadowOf(region)?.querySelector('slot:not([name])');
  return aroundIt(slot ?? region)
    .filter((node) => slot && node.getRootNode() === slot.getRootNode())
    .flatMap((node) => [...(node.parentNode?.children ?? [])].filter((beside) => beside !== node))
    .filter((beside) => !beside.matches('style, script'))
    .flatMap((beside) => (deepText(beside).trim() ? (tellingName(beside) ?? frameTag(beside) ?? []) : []));
}

const frameTag = (element: Element): string | undefined =>
  element.matches(FRAME_TAGS) ? element.tagName.toLowerCase() : undefined;

/** Whether a selector takes labels only in a text, and not the text. */
const isSmall = (selector: string, region: Element): boolean =>
  !region.matches(selector) &&
  [...deepMatches(region, selector)].every((match) => (match.textContent ?? '').trim().length <= LABEL_LENGTH);

const labelsOfUser = ({ user, words }: Framed): string[] =>
  user && words ? labelsIn(user, (leaf) => !sharesWords(leaf, words)) : [];

/** What stands in the same form in every text: "answered at 10:12", the first words of each one's own question. */
function repeatedIn(exemplars: readonly Framed[]): string[] {
  // The same answer to several questions tells nothing: all of it stands in each.
  if (new Set(exemplars.map(({ region }) => formOf(region, undefined))).size < 2) return [];
  const labels = exemplars.map((exemplar) =>
    [...leavesIn(exemplar.region, NOTE_LENGTH), ...linesIn(exemplar.region)]
      .filter((leaf) => !leaf.matches(PROSE) || isNamedApart(leaf, exemplar.region))
      .map((leaf) => ({ leaf, form: formOf(leaf, exemplar.words), region: exemplar.region })),
  );
  const [first = [], ...rest] = labels;
  const same = first.filter(({ form }) => rest.every((others) => others.some((other) => other.form === form)));
  const forms = new Set(same.map(({ form }) => form));
  const selectors = same.flatMap(
    ({ leaf, region }) => selectorOf(leaf, region, (other) => forms.has(formOf(other, undefined))) ?? [],
  );
  return selectors.filter((selector) =>
    exemplars.every(({ region, words }) =>
      [...deepMatches(region, selector)].every((match) => match !== region && forms.has(formOf(match, words))),
    ),
  );
}

function formOf(leaf: Element, words: OwnWords | undefined): string {
  const text = normaliseText(deepText(leaf));
  return words?.shownIn(text) ? '?' : text.toLowerCase().replace(/\d+/g, '0');
}

const leavesIn = (element: Element, longest = LABEL_LENGTH): Element[] =>
  [...deepMatches(element, '*')]
    .filter((leaf) => {
      const length = leaf.childElementCount === 0 ? (leaf.textContent ?? '').trim().length : 0;
      if (length === 0 || length > longest || leaf === element) return false;
      if (leaf.matches('p')) return isClock(leaf) || isNamedApart(leaf, element);
      return !leaf.closest('pre, code, table, p, li, button');
    })
    .slice(0, MOST_LABELS);

/** Lines with a link or buttons in them: "From: Keys and limits", "Was this helpful? Yes No". */
const linesIn = (element: Element): Element[] =>
  [...deepMatches(element, LINES)].filter((line) => line !== element && isLine(line)).slice(0, MOST_LABELS);
const LINES = ':has(> a, > button, > [role="button"]):not(p, p *, li, li *, td *, th *, pre *, h1 *, h2 *, h3 *, h4 *)';

function isLine({ childNodes, children, textContent }: Element): boolean {
  const hasWords = [...childNodes].some((node) => node instanceof Text && /\p{L}/u.test(node.data));
  const isShort = (textContent ?? '').trim().length <= NOTE_LENGTH;
  return (
    hasWords &&
    isShort &&
    [...children].every((child) => child.matches(`${INLINE_SELECTOR}, button, svg, [role="button"]`))
  );
}

/** Whether a paragraph carries a name that no other one in a text does: what renders an answer names its paragraphs alike. */
function isNamedApart(paragraph: Element, top: Element): boolean {
  const name = paragraph.matches('p') ? tellingName(paragraph) : undefined;
  return name !== undefined && [...deepMatches(top, `p${name}`)].length === 1;
}

/** Selectors of the labels in an element: of the leaf with its text, or of a wrapper around nothing else. */
function labelsIn(element: Element, isWanted: (leaf: Element) => boolean): string[] {
  return leavesIn(element).flatMap((leaf) => (isWanted(leaf) ? (selectorOf(leaf, element, isWanted) ?? []) : []));
}

function selectorOf(leaf: Element, top: Element, isWanted: (other: Element) => boolean): string | undefined {
  const text = deepText(leaf).trim();
  const around = aroundIt(leaf);
  const end = around.findIndex((node) => node === top || deepText(node).trim() !== text);
  const holders = around.slice(0, Math.max(0, end));
  const names = holders.flatMap(tellingNames);
  // Not one that the text's own paragraphs carry too.
  const lasting = names.find((name) =>
    [...deepMatches(top, name)].every((match) => match === top || holders.includes(match) || isWanted(match)),
  );
  // What says the same in every turn may carry a name of how it is just now, such as "done": it is that in each of them.
  const passing = leaf.classList[0];
  if (lasting || leaf.matches('p')) return lasting;
  return holders.flatMap(tokensOf)[0]?.selector ?? (passing === undefined ? undefined : `.${CSS.escape(passing)}`);
}

const isClock = (leaf: Element): boolean => CLOCK.test(leaf.textContent?.trim() ?? '');

/** Whether a label is for screen readers alone: it takes no room. Asked of few, when something is learned. */
function isUnseen(leaf: Element): boolean {
  const { position, display } = getComputedStyle(leaf);
  if (display === 'none') return true;
  if (position !== 'absolute' && position !== 'fixed') return false;
  const { width, height } = leaf.getBoundingClientRect();
  return width <= 2 || height <= 2;
}

function sharesWords(leaf: Element, words: OwnWords): boolean {
  const text = normaliseText(leaf.textContent ?? '');
  return text === '' || text.length > LABEL_LENGTH || words.holds(text) || words.isIn(text);
}
