/** What an element carries that tells its kind: class names, attributes that name a kind, its own tag. */

import { deepMatches } from '../ground/tree.ts';
import { wordsOf } from './names.ts';

/**
 * Names that say how something looks just now, not what it is: words, beginnings of words, and `is-` with anything. As one
 * expression they would be 31 KB of machine code in each page that is learned.
 */
const PASSING = new Set(
  'active hover visible hidden open close closed loading loaded typing last first latest new selected busy pending done status state progress thinking running idle ready show'.split(
    ' ',
  ),
);
const PASSING_BEGINS = 'focus stream enter leave appear anim fade slide transition complete finish generat'.split(' ');
const IS_SOMETHING = /(?:^|[-_ ])is-\w+(?:[-_ ]|$)/i;

const isPassing = (name: string): boolean =>
  IS_SOMETHING.test(name) ||
  name
    .toLowerCase()
    .split(/[-_ ]/)
    .some(
      (word) => PASSING.has(word) || (/^\w*$/.test(word) && PASSING_BEGINS.some((begin) => word.startsWith(begin))),
    );

/** Names that a build tool or the page's state made: gone at the next visit. */
const MADE = /\d{3,}|^[a-z]{1,2}\d|[A-Z0-9]{6,}|^css-|^sc-|^jsx-|^svelte-|__[A-Za-z0-9]{5,}$|-[a-z0-9]*\d[a-z0-9]*$/;

export interface Token {
  selector: string;
  /** Higher is more telling and more lasting; below 1 it may not last. */
  worth: number;
}

/** Selectors of what an element carries, the most telling first. */
export function tokensOf(element: Element): Token[] {
  const tokens: Token[] = [];
  const add = (selector: string, name: string) => tokens.push({ selector, worth: worthOf(name) });
  for (const name of element.classList) add(`.${CSS.escape(name)}`, name);
  for (const { name, value } of element.attributes) {
    if (/^(class|id|href|srcset|tabindex)$/.test(name)) continue;
    if (name === 'src') addSource(value, add);
    else if (name === 'style') addPlacing(value, add);
    else if (
      /^(role|data-.*|aria-label|alt|align|type|from|sender|author|kind|placement|variant)$/.test(name) &&
      isWordy(name, value)
    )
      add(`[${CSS.escape(name)}="${CSS.escape(value)}"]`, `${name} ${value}`);
    else if (/^data-/.test(name)) add(`[${CSS.escape(name)}]`, name);
  }
  if (element.tagName.includes('-')) add(element.tagName.toLowerCase(), element.tagName);
  return tokens.filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth);
}

/** The file name of a picture: an avatar is often all that tells who speaks. */
function addSource(source: string, add: (selector: string, name: string) => void): void {
  const file = /([\w.-]{1,60})$/.exec(source)?.[1];
  if (file && !source.startsWith('data:')) add(`[src$="${CSS.escape(file)}"]`, file);
}

/** Where a bubble stands and how it is coloured tells who speaks, where nothing else does. */
function addPlacing(style: string, add: (selector: string, name: string) => void): void {
  for (const rule of style.split(';').map((part) => part.trim()))
    if (
      /^(justify-content|align-self|align-items|text-align|float|(margin-)?(left|right)|background(-color)?): [^'"\\]{1,40}$/.test(
        rule,
      )
    )
      add(`[style*="${rule}"]`, 'placing');
}

/** A value that names a kind, not one of them: words, and no key of a message. */
const isWordy = (name: string, value: string): boolean =>
  /^\p{L}+([-_ ]\p{L}+)*$/u.test(value) &&
  value.length <= 30 &&
  !/(^|[-_])(id|key|index|uid|hash)$/.test(name) &&
  !MADE.test(value);

const ROLE_WORDS = new Set(
  'assistant bot ai user human model system question answer prompt response me my mine own incoming outgoing left right sender receiver received sent'.split(
    ' ',
  ),
);

function worthOf(name: string): number {
  if (isPassing(name)) return 0;
  if (wordsOf(name).some((word) => ROLE_WORDS.has(word))) return 3;
  return MADE.test(name) ? 0.5 : 1;
}

/** Names for how something looks: each by itself is a name of much else in the page. */
const LOOKS = new Set(
  'outline font text bg border flex grid items justify gap p px py pt pr pb m mx my mt mr mb w h min max rounded shadow top inset leading whitespace overflow shrink cursor select opacity transition relative absolute sticky block inline truncate'.split(
    ' ',
  ),
);
const isLook = (selector: string): boolean => LOOKS.has(/^\.(?:[a-z]+\\:)*-?([a-z]+)(?:-|$)/.exec(selector)?.[1] ?? '');
/** More names say no more. */
const MOST_NAMES = 4;

/** A selector by which an element is told among all that stands in a text: by one name, or by all of its looks together. */
export const tellingName = (element: Element): string | undefined => tellingNames(element)[0];

/** The same, with what tells it where that is not enough. */
export function tellingNames(element: Element): string[] {
  const names = tokensOf(element).filter(({ worth }) => worth >= 1);
  const own = names.find(({ selector }) => !isLook(selector));
  const all = names.map(({ selector }) => selector);
  return [own?.selector ?? '', all.slice(0, MOST_NAMES).join(''), ...all].filter(Boolean);
}

/** Selectors of what stands in an element, the most telling first. */
export function innerTokens(element: Element): Token[] {
  const inner = [...deepMatches(element, '*')].slice(1, 80).flatMap(tokensOf);
  const bySelector = new Map(inner.map((token) => [token.selector, token]));
  return [...bySelector.values()].sort((a, b) => b.worth - a.worth).slice(0, 80);
}

/** Those of the first element's tokens that every element carries. */
export function sharedTokens(elements: readonly Element[]): Token[] {
  const [first, ...rest] = elements;
  if (!first) return [];
  return tokensOf(first).filter(({ selector }) => rest.every((element) => element.matches(selector)));
}

/** Those of what stands in the first element that stand in every element. */
export function sharedInnerTokens(elements: readonly Element[]): Token[] {
  const [first, ...rest] = elements;
  if (!first) return [];
  return innerTokens(first).filter(({ selector }) => rest.every((element) => element.querySelector(selector) !== null));
}

/** Selectors of an element below another: what it carries, what it stands right below, where it stands. */
export function* pathsTo(element: Element, top: Element): Generator<string> {
  const own = tokensOf(element).map(({ selector }) => selector);
  const tag = element.localName;
  yield* own;
  const parent = element.parentElement;
  if (parent && parent !== top)
    for (const { selector } of tokensOf(parent)) for (const base of [...own, tag]) yield `${selector} > ${base}`;
  const steps: string[] = [];
  for (let node = element; node !== top && node.parentElement; node = node.parentElement) {
    const at = [...node.parentElement.children].indexOf(node) + 1;
    steps.unshift(`${node.localName}:nth-child(${at})`);
  }
  yield `:scope > ${steps.join(' > ')}`;
}
