/** Formulas that a page has as MathML. */
import type { Part } from './formula-tree.ts';

const SAID = ['open', 'close', 'separators', 'notation', 'linethickness'];
/** Elements that only hold others. */
const ROWS = new Set(['math', 'mstyle', 'mpadded', 'merror', 'mtd', 'texatom']);

export const rowOr = (name: string): string => (ROWS.has(name.toLowerCase()) ? 'mrow' : name);

/** Reads MathML. */
export function fromMathMl(element: Element): Part {
  const parts = Array.from(element.children, fromMathMl);
  const said = SAID.flatMap((key) => (element.hasAttribute(key) ? [[key, element.getAttribute(key) ?? '']] : []));
  const isText = element.localName === 'mtext';
  const text = (element.textContent ?? '').replace(/\s+/g, ' ');
  return {
    name: rowOr(element.localName),
    text: parts.length > 0 ? '' : isText ? text : text.trim(),
    parts,
    says: Object.fromEntries(said),
  };
}
