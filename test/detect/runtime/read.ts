/** Reads turns as a person does, through open shadow roots. Written apart from the product's own reader, to judge it. */
import { fold } from '../words/blocks.ts';

const NOT_TEXT = 'script,style,template,noscript,svg,button,[role="button"],textarea,input,select';
const INLINE = /^(inline|inline-block|inline-flex|contents|none)$/;

export function selectDeep(selector: string, from: Document | ShadowRoot = document): Element[] {
  const found: Element[] = [];
  walk(from, (element) => {
    if (element.matches(selector)) found.push(element);
  });
  return found;
}

function walk(from: ParentNode, visit: (element: Element) => void): void {
  for (const element of from.children) {
    visit(element);
    if (element.shadowRoot) walk(element.shadowRoot, visit);
    walk(element, visit);
  }
}

/** `numbered`: with the numbers that the browser draws before the items of a list, as a person sees them. */
export function readTurn(element: Element, omit?: string, numbered = false): string {
  const left = omit ? `${NOT_TEXT},${omit}` : NOT_TEXT;
  return fold(textOf(element, left, numbered));
}

function textOf(node: Node, left: string, numbered: boolean): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return '';
  if (node.matches(left) || node.tagName === 'BR') return ' ';
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return ' ';
  const children = node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : childrenOf(node);
  const text = [...children].map((child) => textOf(child, left, numbered)).join('');
  if (numbered && node instanceof HTMLLIElement) return ` ${numberOf(node, style)} ${text} `;
  return INLINE.test(style.display) ? text : ` ${text} `;
}

function numberOf(item: HTMLLIElement, { display, listStyleType }: CSSStyleDeclaration): string {
  const list = item.parentElement;
  if (!(list instanceof HTMLOListElement) || display !== 'list-item' || listStyleType === 'none') return '';
  return `${list.start + [...list.children].filter((child) => child instanceof HTMLLIElement).indexOf(item)}.`;
}

function childrenOf(element: Element): Iterable<Node> {
  return element.shadowRoot ? element.shadowRoot.childNodes : element.childNodes;
}
