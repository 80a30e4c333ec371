/** From one answer and one prompt to a profile: selectors that tell answers, prompts and their text on this site. */
import type { ToolProfile } from '../../tools/profile.ts';
import type { Candidate } from './candidate.ts';
import { namesAi, namesUser, wordsOf } from './names.ts';

/** Names that say how something looks just now, not what it is. */
const PASSING =
  /(^|[-_])(active|hover|focus\w*|visible|hidden|open|closed?|loading|loaded|stream\w*|typing|last|first|latest|new|enter\w*|leave\w*|appear\w*|anim\w*|fade\w*|slide\w*|transition\w*|selected|current|busy|pending|done|in|out|show|is-\w+)([-_]|$)/i;
/** Names that a build tool or the page's state made: gone at the next visit. */
const MADE = /\d{3,}|^[a-z]{1,2}\d|[A-Z0-9]{6,}|^css-|^sc-|^jsx-|^svelte-|__[A-Za-z0-9]{5,}$|-[a-z0-9]*\d[a-z0-9]*$/;

/** A profile that reads the candidate's conversation, or undefined where nothing tells answers from prompts. */
export function profileFrom(candidate: Candidate): ToolProfile | undefined {
  const { turn, user, region, root } = candidate;
  const turnSelector = selectorOf(turn, user, root, namesAi);
  if (!turnSelector) return undefined;
  const userSelector = user ? selectorOf(user, turn, root, namesUser) : undefined;
  const prose = region === turn ? undefined : proseOf(region, turn);
  const hosts = hostsOf(root);
  return {
    id: 'site',
    name: location.hostname || 'this page',
    checkedAt: new Date().toISOString().slice(0, 10),
    match: { hosts: [location.hostname], markers: [turnSelector] },
    ...(hosts.length > 0 ? { shadowHosts: hosts } : {}),
    turn: [turnSelector],
    ...(prose ? { prose } : {}),
    exclude: ['time', '[class*="timestamp" i]', '[aria-hidden="true"]', CODE_HEADERS, ...extrasIn(region)],
    user: [userSelector ?? '[data-countersign-none]'],
  };
}

/** Headers of code blocks in most renderers: the language's name, and what to do with the code. */
const CODE_HEADERS =
  '[class*="language" i]:not(code, pre, pre *, [class*="language-"]), [class*="code" i][class*="toolbar" i], [class*="code" i][class*="header" i]';

const CLOCK = /^\d{1,2}[:.]\d{2}([:.]\d{2})?(\s?[ap]\.?m\.?)?$/i;
const CODE_LABEL =
  /^(sql|js|javascript|ts|typescript|python|bash|shell|sh|json|html|css|java|go|rust|php|ruby|c|cpp|csharp|yaml|xml|text|plain ?text|code)$/i;

/** Clock times and labels of code blocks in an answer: shown with it, and not of it. */
function extrasIn(region: Element): string[] {
  const hasCode = region.querySelector('pre, code') !== null;
  const extras = [...region.querySelectorAll('*')].filter((element) => {
    const text = element.textContent?.trim() ?? '';
    if (element.childElementCount > 0 || element.closest('pre, code, table, p, li')) return false;
    return CLOCK.test(text) || (hasCode && CODE_LABEL.test(text));
  });
  const selectors = extras.flatMap((element) => tokensOf(element, () => false)[0]?.selector ?? []);
  return [...new Set(selectors)].filter((selector) => !region.matches(selector)).slice(0, 6);
}

/** Tag names of the shadow hosts on the way to a root. */
function hostsOf(root: Document | ShadowRoot): string[] {
  const hosts: string[] = [];
  for (let at: Node = root; at instanceof ShadowRoot; at = at.host.getRootNode())
    hosts.push(at.host.tagName.toLowerCase());
  return hosts;
}

interface Token {
  selector: string;
  /** Higher is more telling and more lasting. */
  worth: number;
}

/** Selectors of what an element carries, the most telling first. */
function tokensOf(element: Element, telling: (element: Element) => boolean): Token[] {
  const tokens: Token[] = [];
  const add = (selector: string, name: string) => tokens.push({ selector, worth: worthOf(name) });
  for (const name of element.classList) add(`.${CSS.escape(name)}`, name);
  for (const { name, value } of element.attributes) {
    if (/^(class|style|id|href|src|tabindex)$/.test(name)) continue;
    if (/^(role|data-.*|alt|align|type|from|sender|kind|placement|variant)$/.test(name) && isWordy(name, value))
      add(`[${CSS.escape(name)}="${CSS.escape(value)}"]`, `${name} ${value}`);
    else if (/^data-/.test(name)) add(`[${CSS.escape(name)}]`, name);
  }
  if (element.tagName.includes('-')) add(element.tagName.toLowerCase(), element.tagName);
  if (telling(element)) for (const token of tokens) token.worth += 0.1;
  return tokens.filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth);
}

/** A value that names a kind, not one of them: words, and no key of a message. */
const isWordy = (name: string, value: string): boolean =>
  /^[a-z]+([-_ ][a-z]+)*$/i.test(value) &&
  value.length <= 30 &&
  !/(^|[-_])(id|key|index|uid|hash)$/.test(name) &&
  !MADE.test(value);

const ROLE_WORDS = new Set(
  'assistant bot ai user human model system question answer prompt response me incoming outgoing left right sender receiver received sent'.split(
    ' ',
  ),
);

function worthOf(name: string): number {
  if (PASSING.test(name)) return 0;
  if (wordsOf(name).some((word) => ROLE_WORDS.has(word))) return 3;
  return MADE.test(name) ? 0.5 : 1;
}

/**
 * A selector that matches `element` and not `other`, by what the two carry themselves, else by what stands in one and
 * not in the other.
 */
function selectorOf(
  element: Element,
  other: Element | undefined,
  root: Document | ShadowRoot,
  telling: (element: Element) => boolean,
): string | undefined {
  const own = tokensOf(element, telling);
  const accepts = (selector: string) => tells(selector, element, other, root);
  const direct = own.find(({ selector }) => accepts(selector));
  if (direct && direct.worth >= 1) return direct.selector;
  const base = own.find(({ selector }) => !other || other.matches(selector))?.selector ?? element.tagName.toLowerCase();
  for (const inner of innerTokens(element, telling)) {
    const selector = `${base}:has(${inner.selector})`;
    if (accepts(selector)) return selector;
  }
  if (direct) return direct.selector;
  return byStructure(element, other, base, telling, accepts);
}

/** Where names alone do not tell: what stands right below, what only the other one has, what both stand in. */
function byStructure(
  element: Element,
  other: Element | undefined,
  base: string,
  telling: (element: Element) => boolean,
  accepts: (selector: string) => boolean,
): string | undefined {
  const children = [...element.children].flatMap((child) => tokensOf(child, telling));
  const below = children.map(({ selector }) => `${base}:has(> ${selector})`);
  const absent = other ? innerTokens(other, telling).map(({ selector }) => selector) : [];
  const shared = innerTokens(element, telling).map(({ selector }) => selector);
  const withoutBelow = children.flatMap((child) =>
    absent.slice(0, 24).map((lacks) => `${base}:has(> ${child.selector}):not(:has(${lacks}))`),
  );
  const without = shared
    .slice(0, 12)
    .flatMap((common) => absent.slice(0, 24).map((lacks) => `${base}:has(${common}):not(:has(${lacks}))`));
  const within = element.parentElement
    ? tokensOf(element.parentElement, telling).map(({ selector }) => `${selector} > ${base}`)
    : [];
  return [...below, ...withoutBelow, ...without, ...within].find(accepts);
}

function innerTokens(element: Element, telling: (element: Element) => boolean): Token[] {
  const inner = [...element.querySelectorAll('*')].slice(0, 60);
  return inner
    .flatMap((child) => tokensOf(child, telling))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 60);
}

function tells(selector: string, element: Element, other: Element | undefined, root: Document | ShadowRoot): boolean {
  if (!element.matches(selector) || element.parentElement?.closest(selector)) return false;
  if (other && (other.matches(selector) || other.querySelector(selector) || other.closest(selector))) return false;
  // One that also matches what is elsewhere in the page (a menu, a toolbar) tells too little.
  return [...root.querySelectorAll(selector)].every(
    (match) => depthOf(match) === depthOf(element) && !match.contains(element.parentElement),
  );
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let node = element.parentElement; node; node = node.parentElement) depth++;
  return depth;
}

/** Selectors of the region in its turn, in order of trust. */
function proseOf(region: Element, turn: Element): string[] {
  const found: string[] = [];
  const only = (selector: string) => {
    const matches = [...turn.querySelectorAll(selector)];
    return matches.length === 1 && matches[0] === region;
  };
  for (const { selector } of tokensOf(region, () => true)) if (only(selector)) found.push(selector);
  found.push(pathOf(region, turn));
  return found.slice(0, 3);
}

function pathOf(region: Element, turn: Element): string {
  const steps: string[] = [];
  for (let node = region; node !== turn && node.parentElement; node = node.parentElement) {
    const at = [...node.parentElement.children].indexOf(node) + 1;
    steps.unshift(`${node.tagName.toLowerCase()}:nth-child(${at})`);
  }
  return `:scope > ${steps.join(' > ')}`;
}
