/** What the parts of the reader share while they read one answer. */
import { shadowOf } from '../ground/shadow.ts';
import { isFlow, type Kind, type Looks } from './looks/look.ts';
import type { KeptReading, Writer } from './reading.ts';

/** Where in the answer we are. */
export interface WalkPlace {
  /** Words here can be seen. */
  visible: boolean;
  struck: boolean;
  /** In a block of code: what of white space stays there. */
  code?: KeptReading | undefined;
}

export interface Walk {
  readonly out: Writer;
  readonly looks: Looks;
  /** For each group of rows, how many rows more cells of earlier rows reach into, by column. */
  readonly covered: Map<Element, number[]>;
  /** What an element shows, in the order in which it is drawn. */
  partsOf(element: Element): Node[];
  /** Reads a node with all that is in it; `as` where what it stands in says what it is. */
  node(node: Node, place: WalkPlace, as?: Kind): void;
}

/** Tags that stand within a line, unless a style says otherwise. */
export const INLINE_TAGS = new Set(
  'a abbr b bdi bdo button cite code data dfn em font i img input ins kbd label mark output q s samp select small span strong sub sup svg time u var'.split(
    ' ',
  ),
);

/** What an element shows: its shadow root where it has one, and in that its own children where a slot takes them. */
export function partsOf(element: Element): Node[] {
  const name = element.localName;
  if (ROOTLESS.test(name)) return readChildrenOf(element);
  const slotted = name === 'slot' && element instanceof HTMLSlotElement ? element.assignedNodes() : [];
  return slotted.length > 0 ? slotted : readChildrenOf(shadowOf(element) ?? element);
}

/** Most of what is in an answer and can have no shadow root, so that nobody need ask for one. */
const ROOTLESS = /^(?:[abius]|em|strong|code|li|[ou]l|t[rdh]|table|tbody|thead)$/;

export function readChildrenOf(parent: Node): Node[] {
  const children: Node[] = [];
  for (let node = firstChildOf.call(parent); node; node = nextSiblingOf.call(node)) children.push(node);
  return children;
}

/** A form's fields stand before its own properties (`<input name="nextSibling">`), so each node is asked past them. */
const [firstChildOf, nextSiblingOf] = (['firstChild', 'nextSibling'] as const).map(
  (name) => Object.getOwnPropertyDescriptor(Node.prototype, name)?.get,
) as [(this: Node) => ChildNode | null, (this: Node) => ChildNode | null];

/** Whether nothing that stands on lines of its own is in an element. */
export function isLeaf(element: Element): boolean {
  for (const { localName } of element.children) if (isFlow(localName)) return false;
  return true;
}

export const isBlank = (node: Node): boolean => !/\S/.test(node.textContent ?? '');
