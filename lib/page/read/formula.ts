/** Formulas: their source where the page has it, else what the script for formulas makes of how they are drawn. */

import { linearOf } from './formulas/ask.ts';
import { styleOf } from './looks/look.ts';
import type { Walk } from './walk.ts';

/** What formulas are drawn in, and what carries their source. */
const SOURCES = [
  'data-math',
  'data-math-source',
  'data-latex',
  'data-tex',
  'data-katex',
  'data-formula',
  'data-equation',
  'data-expression',
  'data-xpm-latex',
];
const DRAWN =
  '.katex, .katex-display, mjx-container, math, .MathJax, .MathJax_Display, .MathJax_SVG, .MathJax_SVG_Display, .MathJax_CHTML, .MJXc-display';
/** What MathJax 2 draws, and what it shows until it does. */
const MATHJAX_2 =
  '.MathJax, .MathJax_Display, .MathJax_SVG, .MathJax_SVG_Display, .MathJax_CHTML, .MJXc-display, .MathJax_Preview';
export const FORMULA = `${DRAWN}, .MathJax_Preview, [${SOURCES.join('], [')}]`;
const ON_ITS_OWN =
  '.katex-display, [display="true"], [display="block"], [type*="mode=display"], .MathJax_Display, .MathJax_SVG_Display, .MJXc-display, [data-display="true"], .math-block, .math-display';

/** Reads a formula. Answers whether an element was one, or belongs to one that is read elsewhere. */
export function readFormula(element: Element, name: string, { out }: Walk, visible: boolean): boolean {
  const isScript = name === 'script' && isMathScript(element);
  if (!isScript && !element.matches(FORMULA)) return false;
  // MathJax 2 draws a formula, and keeps its source in a script behind it: that is read.
  if (element.matches(MATHJAX_2) && isDrawnFrom(element.nextElementSibling)) return true;
  if (!isScript && !element.matches(DRAWN) && !isDrawnIn(element)) return false;
  if (!visible || (!isScript && styleOf(element)?.display === 'none')) return true;
  const isBlock =
    element.matches(ON_ITS_OWN) || Array.from(element.children).some((child) => child.matches(ON_ITS_OWN));
  if (isBlock) out.line();
  out.put((isScript ? scriptIn(element) : lineOf(element)).replace(/\s+/g, ' '), element);
  if (isBlock) out.line();
  return true;
}

const lineOf = (formula: Element): string => sourceOf(drawnTwice(formula) ?? formula) ?? linearOf(formula);

/** What holds MathML for the ear and, beside that, the same once more as a drawing for the eye. `part`: either of the two. */
export function drawnTwice(part: Element): Element | undefined {
  const near = [part.parentElement, part.parentElement?.parentElement];
  return near.find((box) => box && holdsDrawing(box) && isForTheEar(box)) ?? undefined;
}

/** Its children are gone through: asked for them by a selector, a browser goes through all that is in it. */
const holdsDrawing = ({ children }: Element): boolean =>
  !children[MOST_DRAWN] &&
  Array.from(children).some((child) => child.localName === 'svg' && child.getAttribute('aria-hidden') === 'true');
/** What holds a formula twice holds little else; a paragraph or an answer holds more. */
const MOST_DRAWN = 6;

function isForTheEar(box: Element): boolean {
  const math = box.querySelector(':scope > math, :scope > * > math');
  const holder = math?.parentElement === box ? math : math?.parentElement;
  return holder != null && holder.textContent?.trim() === math?.textContent?.trim();
}

/** Whether an element with something like a source holds a formula, or stands for one. */
const isDrawnIn = (element: Element): boolean =>
  element.getAttribute('role') === 'math' ||
  element.querySelector(`${DRAWN}, img, svg, canvas`) !== null ||
  element.matches('[class*="math" i]');

const isMathScript = (element: Element | null): boolean =>
  element?.localName === 'script' && /^math\//.test(element.getAttribute('type') ?? '');

/** Between what it shows until it has drawn and the script stands what it has drawn. */
const isDrawnFrom = (next: Element | null): boolean =>
  isMathScript(next) || (next?.matches(MATHJAX_2) === true && isMathScript(next.nextElementSibling));

const scriptIn = ({ textContent }: Element): string =>
  (textContent ?? '').replace(/^\s*%?\s*<!\[CDATA\[|%?\s*\]\]>\s*$/g, '').trim();

function sourceOf(element: Element): string | undefined {
  const annotation = element
    .querySelector('annotation:is([encoding*="x-tex" i], [encoding*="latex" i], [encoding="tex" i])')
    ?.textContent?.trim();
  if (annotation) return annotation;
  for (const name of [...SOURCES, 'alttext']) {
    const text = (element.getAttribute(name) ?? wholeIn(element, name))?.trim();
    if (text && !/^(?:true|false|inline|block|display)$/.test(text)) return text;
  }
  return undefined;
}

/** The source of all of a formula. MathJax 4 gives each of its parts its own, too. */
function wholeIn(formula: Element, name: string): string | null | undefined {
  const holder = formula.querySelector(`[${name}]`);
  return holder?.parentElement?.closest('math, mjx-math, [data-mml-node="math"], .katex-html')
    ? undefined
    : holder?.getAttribute(name);
}
