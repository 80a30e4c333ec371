/** What the script for formulas offers to the reader. It is injected when a page has one without its source. */

import { findReader } from '../port.ts';
import { fromKatex } from './katex.ts';
import { write } from './linear.ts';
import { fromMathJax } from './mathjax.ts';
import { fromMathMl } from './mathml.ts';

/** Offers it in this frame. */
export function offerFormulas(): void {
  const port = findReader();
  if (port) port.writeFormula = writeFormula;
}

/** A formula in one line. What nothing is known of is given as its text stands. */
function writeFormula(element: Element): string {
  const math = element.localName === 'math' ? element : element.querySelector('math');
  if (math) return write(fromMathMl(math));
  const katex = element.matches('.katex-html') ? element : element.querySelector('.katex-html');
  if (katex) return write(fromKatex(katex));
  const mathMl = (element.closest('[data-mathml]') ?? element.querySelector('[data-mathml]'))?.getAttribute(
    'data-mathml',
  );
  const parsed = mathMl ? new DOMParser().parseFromString(mathMl, 'text/html').querySelector('math') : null;
  if (parsed) return write(fromMathMl(parsed));
  const drawn = element.querySelector('mjx-math, [data-mml-node="math"]');
  const formula = drawn ? fromMathJax(drawn) : undefined;
  return formula ? write(formula) : (element.textContent ?? '');
}
