/** The page's tree as a person sees it: through shadow roots. */
import { shadowOf } from './shadow.ts';

export type Root = Document | ShadowRoot;

export const rootOf = (node: Node): Root => node.getRootNode() as Root;

/** The host of the shadow root that a node stands in. */
export function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** The parent of an element, or the host of the shadow root at whose top it stands. */
export const parentOf = (element: Element): Element | undefined => element.parentElement ?? hostOf(element);

/** An element and all that it stands in, from the inside out. */
export function aroundIt(element: Element): Element[] {
  const around: Element[] = [];
  for (let node: Element | undefined = element; node; node = parentOf(node)) around.push(node);
  return around;
}

/** Whether `outer` is `inner` or holds it, through shadow roots. */
export function holds(outer: Element, inner: Element): boolean {
  for (let node: Element | undefined = inner; node; node = hostOf(node)) if (outer.contains(node)) return true;
  return false;
}

/** Whether two elements stand for the same place. */
export const overlap = (a: Element, b: Element): boolean => holds(a, b) || holds(b, a);

/** Two elements lifted, by the hosts of their shadow roots, to where both stand in one tree. */
export function inOneRoot(a: Element, b: Element): [Element, Element] | [] {
  for (let left: Element | undefined = a; left; left = hostOf(left))
    for (let right: Element | undefined = b; right; right = hostOf(right))
      if (left.getRootNode() === right.getRootNode()) return left === right ? [] : [left, right];
  return [];
}

/** Tag names of the shadow hosts on the way from the document to an element, outermost first. */
export function hostsAround(element: Element): string[] {
  const hosts: string[] = [];
  for (let host = hostOf(element); host; host = hostOf(host)) hosts.unshift(host.tagName.toLowerCase());
  return hosts;
}

/** Tag names of the shadow hosts in an element that hold text, the element itself included. */
export const hostsIn = (element: Element): string[] =>
  [...deepMatches(element, '*')].flatMap((inner) => {
    const shadow = shadowOf(inner);
    return shadow && deepText(shadow).trim() !== '' ? inner.tagName.toLowerCase() : [];
  });

/**
 * Text of an element with that of the shadow roots in it, but for what matches `without`; no further than `most` characters.
 * Runs of white space count for one character: some pages are indented in their source, and nobody sees that.
 */
export function deepText(element: Element | ShadowRoot, without?: string, most = Number.POSITIVE_INFINITY): string {
  let text = '';
  for (const node of element.childNodes) {
    if (text.length > most) return text;
    if (node instanceof Text) text += foldSpaces(node.data);
    else if (node instanceof Element && !isMute(node) && !(without && node.matches(without)))
      text += deepText(node, without, most - text.length);
  }
  const shadow = element instanceof Element ? shadowOf(element) : null;
  return shadow ? text + deepText(shadow, without, most - text.length) : text;
}

/** A text with each run of white space as one. */
export const foldSpaces = (text: string): string => text.replace(/\s{2,}/g, ' ');

/** An element lifted, by the hosts of its shadow roots, into the tree in which `other` stands. */
export function liftedTo(element: Element, other: Element): Element | undefined {
  const root = other.getRootNode();
  return aroundIt(element).find((node) => node.getRootNode() === root);
}

/** Everything in an element that matches a selector, through shadow roots, the element itself included. */
export function* deepMatches(element: Element, selector: string): Generator<Element> {
  if (element.matches(selector)) yield element;
  for (const child of childrenOf(element)) yield* deepMatches(child, selector);
}

/** The children of an element, those of its shadow root first. */
export function childrenOf(element: Element): Element[] {
  return [...(shadowOf(element)?.children ?? []), ...element.children];
}

const NO_TEXT = /^(script|style|noscript|template|svg|head)$/i;
/** What holds pieces of a page in a drawing: its nodes may be the turns of a conversation. */
const PIECE = 'foreignObject';

/** Whether an element itself holds no text for people. */
export const isMute = (element: Element): boolean =>
  NO_TEXT.test(element.tagName) && element.querySelector(PIECE) === null;

/** Whether an element is part of a page that holds no text for people. */
export const isNoText = (element: Element): boolean =>
  element.closest(`head, style, script, noscript, template, svg, ${PIECE}`)?.matches(PIECE) === false;

/** What stands in a line of text. */
export const INLINE_SELECTOR = 'a, b, i, em, strong, code, span, mark, sub, sup, u, s, kbd, q, cite';

/** The element itself, or the nearest one around it that is no part of a line. */
export function blockOf(element: Element): Element {
  let block = element;
  while (block.matches(INLINE_SELECTOR) && block.parentElement) block = block.parentElement;
  return block;
}
