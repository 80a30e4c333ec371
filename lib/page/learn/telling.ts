/** A selector that matches some elements of a list and not others, and nothing else in the page. */

import { aroundIt, deepMatches, type Root, rootOf } from '../ground/tree.ts';
import { innerTokens, sharedInnerTokens, sharedTokens, type Token, tokensOf } from './tokens.ts';

/** How what a selector matches elsewhere is like what was seen. */
type Fit = 'all kin' | 'same depth';

/** Most selectors of one form that are tried. */
const MOST = 24;

/** Most elements whose build is compared with that of one that was seen. */
const MOST_COMPARED = 100;

/** What tells turns of one kind, and the elements that it matches among those that were seen. */
export interface Telling {
  selector: string;
  elements: readonly Element[];
}

/**
 * A selector for one of `levels` (each the elements at one depth of the turns that are wanted, outermost first) that
 * leaves out `unwanted`: by what they carry themselves, else by what only the others carry, else by what stands in
 * them, or only in the others. Undefined where nothing tells them apart.
 */
export function tellingSelector(levels: readonly Element[][], unwanted: readonly Element[]): Telling | undefined {
  let second: Telling | undefined;
  for (const forms of [byOwnNames, byStructure])
    for (const elements of levels) {
      const found = firstTelling(forms(elements, unwanted), elements, unwanted);
      if (found?.fit === 'all kin') return found;
      second ??= found;
    }
  return second;
}

/** The first selector that matches only kin, else the first one that tells. */
function firstTelling(
  forms: Iterable<string>,
  elements: readonly Element[],
  unwanted: readonly Element[],
): (Telling & { fit: Fit }) | undefined {
  const roots = new Set(elements.map(rootOf));
  let second: (Telling & { fit: Fit }) | undefined;
  for (const selector of forms) {
    const fit = tells(selector, elements, unwanted) ? fitOf(selector, elements, roots) : undefined;
    if (fit === 'all kin') return { selector, elements, fit };
    if (fit) second ??= { selector, elements, fit };
  }
  return second;
}

const isLasting = ({ worth }: Token): boolean => worth >= 1;
const isTelling = ({ worth }: Token): boolean => worth >= 3;

/** Class names and attributes of the elements, or that only the others have. */
function* byOwnNames(wanted: readonly Element[], unwanted: readonly Element[]): Generator<string> {
  const own = sharedTokens(wanted).filter(isLasting);
  yield* own.map(({ selector }) => selector);
  const lacking = [...unwanted.flatMap(tokensOf), ...unwanted.flatMap(innerTokens)];
  yield* butNot(
    own.slice(0, 4).map(({ selector }) => selector),
    lacking.filter(isLasting),
    (lacks) => `:not(${lacks})`,
  );
}

/** What stands in the elements, or only in the others; names that may not last. */
function* byStructure(wanted: readonly Element[], unwanted: readonly Element[]): Generator<string> {
  const [first] = wanted;
  if (!first) return;
  const own = sharedTokens(wanted);
  const tag = first.localName;
  const bases = [
    ...own
      .filter(isLasting)
      .slice(0, 4)
      .map(({ selector }) => selector),
    tag,
  ];
  const inner = sharedInnerTokens(wanted);
  for (const { selector } of inner.filter(isTelling).slice(0, MOST))
    for (const base of bases) yield `${base}:has(${selector})`;
  const lacking = unwanted.flatMap(innerTokens);
  yield* butNot(bases, lacking.filter(isTelling), (lacks) => `:not(:has(${lacks}))`);
  const below = [...first.children].flatMap(tokensOf).slice(0, MOST);
  for (const base of bases) for (const { selector } of below) yield `${base}:has(> ${selector})`;
  for (const base of bases) for (const { selector } of inner.slice(0, MOST)) yield `${base}:has(${selector})`;
  yield* byCell(wanted);
  yield* own.filter((token) => !isLasting(token)).map(({ selector }) => selector);
  yield* holdingBut(bases, [...below, ...inner], lacking);
  const parent = first.parentElement;
  if (parent) for (const { selector } of tokensOf(parent)) yield `${selector} > ${tag}`;
  if (parent) yield `${parent.localName} > ${tag}`;
}

const CELL = 'td, [role="cell"], [role="gridcell"]';

/** Which cell of its row each is: columns have no names but in their heads. */
function* byCell(wanted: readonly Element[]): Generator<string> {
  const [place, ...others] = wanted.map((element) => {
    const at = [...(element.parentElement?.children ?? [])].indexOf(element) + 1;
    return element.matches(CELL) ? `${element.localName}:nth-child(${at})` : '';
  });
  if (place && others.every((other) => other === place)) yield place;
}

function* butNot(
  bases: readonly string[],
  tokens: readonly Token[],
  not: (lacks: string) => string,
): Generator<string> {
  const lacks = [...tokens].sort((a, b) => b.worth - a.worth).slice(0, MOST);
  for (const { selector } of lacks) for (const base of bases) yield `${base}${not(selector)}`;
}

/** What holds something that all hold, and lacks something that the others have. */
function* holdingBut(bases: readonly string[], held: readonly Token[], lacking: readonly Token[]): Generator<string> {
  const [base = '*'] = bases;
  for (const { selector } of held.slice(0, MOST / 2))
    for (const { selector: lacks } of lacking.slice(0, MOST)) yield `${base}:has(${selector}):not(:has(${lacks}))`;
}

function tells(selector: string, wanted: readonly Element[], unwanted: readonly Element[]): boolean {
  if (!wanted.every((element) => element.matches(selector) && !element.parentElement?.closest(selector))) return false;
  return !unwanted.some((other) => isTaken(other, selector));
}

/** Whether a selector matches an element, something in it, or something around it. */
const isTaken = (element: Element, selector: string): boolean =>
  aroundIt(element).some((node) => node.matches(selector)) || !deepMatches(element, selector).next().done;

/** Whether what a selector matches elsewhere is like what is wanted; undefined where it is a menu or a toolbar. */
function fitOf(selector: string, wanted: readonly Element[], roots: Iterable<Root>): Fit | undefined {
  const [first] = wanted;
  if (!first) return undefined;
  const depthOf = depths();
  const wantedAt = new Set(wanted.map(depthOf));
  const others = [...roots]
    .flatMap((root) => [...root.querySelectorAll(selector)])
    // What stands in another one is no turn of its own.
    .filter((match) => !wanted.includes(match) && !match.parentElement?.closest(selector));
  const signature = signatureOf(first);
  const elsewhere = others.filter((match) => !wantedAt.has(depthOf(match)));
  // A menu or a toolbar, unless it is built in the same way: another conversation, in a tab that is not shown.
  if (!some(elsewhere).every((match) => isBuiltAlike(signature, signatureOf(match)))) return undefined;
  return some(others).every((match) => isKin(signature, signatureOf(match))) ? 'all kin' : 'same depth';
}

/** All of a few, and of a long conversation's every second, third …: its turns are alike. */
function some(elements: readonly Element[]): readonly Element[] {
  const step = Math.ceil(elements.length / MOST_COMPARED);
  return step > 1 ? elements.filter((_, at) => at % step === 0) : elements;
}

/** Tells how deep elements stand in their tree; the children of one parent, as turns are, by one way up. */
function depths(): (element: Element) => number {
  const byParent = new Map<Element | null, number>();
  const depthOf = (element: Element): number => {
    const { parentElement } = element;
    const known = byParent.get(parentElement);
    if (known !== undefined) return known;
    const depth = parentElement ? depthOf(parentElement) + 1 : 0;
    byParent.set(parentElement, depth);
    return depth;
  };
  return depthOf;
}

/** Tags and names of an element and what stands close below: how it is built. */
function signatureOf(element: Element): Set<string> {
  const near = [element, ...element.querySelectorAll(':scope > *, :scope > * > *')].slice(0, 30);
  return new Set(near.flatMap((node) => [node.tagName, ...node.classList]));
}

/** Built in one way: nearly all names of each are found in the other. */
function isBuiltAlike(a: Set<string>, b: Set<string>): boolean {
  const shared = [...a].filter((name) => b.has(name)).length;
  return shared >= 3 && shared >= 0.7 * Math.max(a.size, b.size);
}

/** Built alike: the smaller signature is mostly found in the larger one. */
function isKin(a: Set<string>, b: Set<string>): boolean {
  const shared = [...a].filter((name) => b.has(name)).length;
  return shared >= 0.5 * Math.min(a.size, b.size);
}
