/** Words that a style writes before and after an element's own. */
import type { Look } from './looks/look.ts';

export interface Generated {
  before: string;
  after: string;
}

export const NOTHING: Generated = { before: '', after: '' };

/** Bullets, dashes and icons of a font say nothing. */
const SAYS = /[^\s\p{Co}\p{Pd}•◦▪·*\\]/u;
/** Beside words, neither do quotation marks, cursors and arrows behind links. */
const SAYS_BESIDE = /[^\s\p{Co}\p{Pd}\p{Pi}\p{Pf}"'`•◦▪·*\\\u2190-\u21ff\u2500-\u25ff]/u;
/** A minus before a number is no dash. */
const MINUS = /^[-–−]$/;

/** Beside these nobody writes: what they hold are rows and items. */
const HOLDERS = new Set('table thead tbody tfoot tr ul ol'.split(' '));

/** Of what looks alike, one that has none speaks for all: words may be those of an attribute. */
export function generatedBeside(element: Element, look: Look): Generated {
  if (look.isSilent || HOLDERS.has(element.localName)) return NOTHING;
  const found = generatedIn(element);
  if (found === NOTHING) look.isSilent = true;
  return found;
}

function generatedIn(element: Element): Generated {
  const [before, after] = [writtenAt(element, '::before'), writtenAt(element, '::after')];
  return before || after ? { before, after } : NOTHING;
}

function writtenAt(element: Element, place: '::before' | '::after'): string {
  const style = getComputedStyle(element, place);
  const { content } = style;
  if (!WRITTEN.test(content) || isHidden(style)) return '';
  const words = stringsIn(content, element);
  if (!element.firstChild) return SAYS.test(words) ? words : '';
  const isMinus = place === '::before' && MINUS.test(words) && /^\s*[\d€$£]/.test(element.textContent ?? '');
  return isMinus || SAYS_BESIDE.test(words) ? apart(words, place, style) : '';
}

/** Shown when one points at it, or not at all. */
const isHidden = ({ display, visibility, opacity }: CSSStyleDeclaration): boolean =>
  display === 'none' || visibility !== 'visible' || opacity === '0';

/** Words on a line of their own, or moved out of theirs, stand apart from the element's. */
function apart(
  words: string,
  place: '::before' | '::after',
  { display, position, cssFloat }: CSSStyleDeclaration,
): string {
  const isMoved = position === 'absolute' || position === 'fixed' || cssFloat !== 'none';
  const between = isMoved ? ' ' : /^(?:inline|contents)/.test(display) ? '' : '\n';
  return place === '::before' ? words + between : between + words;
}

/** Begins with a string, or with an attribute: Firefox leaves it to who asks to look it up. */
const WRITTEN = /^(?:"|attr\()/;
const STRING = /"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)\)/g;

/** The strings of `content`. What stands behind a slash is for screen readers. */
export function stringsIn(content: string, element?: Element): string {
  const [shown = ''] = content.split(/ \/ (?=")/);
  return Array.from(shown.matchAll(STRING), ([, words, attribute]) =>
    attribute ? (element?.getAttribute(attribute) ?? '') : (words ?? '').replace(/\\(.)/g, '$1'),
  ).join('');
}

/** What a style writes before an item; empty for what is no words, or drawn by a font of icons. */
export function writtenBefore(item: Element, look: Look): string {
  if (look.isUnmarked) return '';
  const { content } = getComputedStyle(item, '::before');
  const words = content.startsWith('"') ? stringsIn(content) : '';
  if (SAYS.test(words)) return words.trim();
  look.isUnmarked = true;
  return '';
}

/** Names of lines of code that were put in or taken out; only they are asked for a sign. */
const CHANGED =
  /(?:^|[\s_-])(?:add(?:ed|ition)?|ins(?:ert(?:ed)?)?|plus|del(?:eted|etion)?|rem(?:oved?)?|minus|diff)(?:[\s_-]|$)/i;

/** The plus or minus that a style writes before a line of code: what was put in and what was taken out look alike without it. */
export function changeOf(line: Element): string {
  const name = line.getAttribute('class');
  if (!name || !CHANGED.test(name)) return '';
  const sign = stringsIn(getComputedStyle(line, '::before').content);
  return /^\s*[-+−]\s*$/.test(sign) ? sign : '';
}
