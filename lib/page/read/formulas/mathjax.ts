/** Formulas that MathJax has drawn: its elements are called after MathML's, and tell their letters by class or attribute. */
import { type Part, part, row } from './formula-tree.ts';
import { rowOr } from './mathml.ts';

/** Reads what MathJax has drawn of letters (`mjx-mfrac`) or of paths (`data-mml-node`). */
export function fromMathJax(drawn: Element): Part | undefined {
  const name = nameOf(drawn);
  const inner = Array.from(drawn.children).flatMap(drawnIn);
  if (!name) return inner.length > 0 ? row(inner.map(fromMathJax)) : undefined;
  if (inner.length === 0) return { name, text: glyphsIn(drawn), parts: [] };
  const formula = part(rowOr(name), inOrder(name, drawn, inner.map(fromMathJax)));
  const hasNoLine = name === 'mfrac' && !drawn.querySelector(':scope > rect, :scope > mjx-frac mjx-line');
  if (name === 'menclose' && isStruck(drawn)) return { ...formula, says: { notation: 'strike' } };
  return hasNoLine ? { ...formula, says: { linethickness: '0' } } : formula;
}

/** A stroke across what it cancels; a line above or beside it has but one direction. */
const isStruck = (drawn: Element): boolean =>
  drawn.querySelector(':scope > :is(mjx-dstrike, mjx-ustrike, mjx-hstrike)') !== null ||
  Array.from(drawn.querySelectorAll(':scope > line')).some((line) =>
    [
      ['x1', 'x2'],
      ['y1', 'y2'],
    ].every(([from = '', to = '']) => line.getAttribute(from) !== line.getAttribute(to)),
  );

function nameOf(element: Element): string | undefined {
  const name = element.getAttribute('data-mml-node') ?? /^mjx-(.+)$/.exec(element.localName)?.[1] ?? '';
  return /^(?:m[a-z]{1,14}|semantics|none|texatom)$/i.test(name) ? name : undefined;
}

/** The next elements below that are called after MathML. The sign of a root is no part of what it is of. */
function drawnIn(element: Element): Element[] {
  if (/^mjx-(?:assistive-mml|speech|surd)$/.test(element.localName)) return [];
  return nameOf(element) ? [element] : Array.from(element.children).flatMap(drawnIn);
}

type Parts = (Part | undefined)[];

/** MathJax draws from the top: what stands above comes before what stands below, and a root's sign is drawn last. */
function inOrder(name: string, drawn: Element, parts: Parts): Parts {
  const [first, second, third] = parts;
  const overFirst = drawn.querySelector(':scope > mjx-over:first-child') !== null;
  if (overFirst) return name === 'mover' ? [second, first] : [second, third, first];
  if (name === 'msubsup' || name === 'munderover') return [first, third, second];
  if (name === 'msqrt') return parts.filter((each) => each?.text !== '√');
  if (name === 'mroot') return drawn.querySelector(':scope > mjx-root') ? [second, first] : [first, second];
  return parts;
}

/** The letters of a token. Large brackets are drawn in pieces. */
function glyphsIn(token: Element): string {
  const glyphs = Array.from(token.querySelectorAll('mjx-c, [data-c]'), glyphOf);
  if (glyphs.length === 0) return (token.textContent ?? '').trim();
  const whole = glyphs.map(bracketOf);
  return whole.every((glyph) => glyph !== undefined) ? (whole[0] ?? '') : glyphs.join('');
}

function glyphOf(glyph: Element): string {
  const named = /(?:^|\s)mjx-c([0-9A-F]+)(?:\s|$)/.exec(glyph.getAttribute('class') ?? '')?.[1];
  const code = Number.parseInt(glyph.getAttribute('data-c') ?? named ?? '', 16);
  if (code > 0 && code <= 0x10_ffff) return lettersOf(code);
  return glyph.textContent || (/^"(.*)"$/.exec(getComputedStyle(glyph, '::before').content)?.[1] ?? '');
}

/** Letters of formulas (𝑎, 𝐛) as the letters that they are. */
const lettersOf = (code: number): string => {
  const letter = String.fromCodePoint(code);
  return code >= 0x1d400 && code <= 0x1d7ff ? letter.normalize('NFKC') : letter;
};

const PIECES: readonly (readonly [pieces: RegExp, bracket: string])[] = [
  [/[⎛⎜⎝]/u, '('],
  [/[⎞⎟⎠]/u, ')'],
  [/[⎡⎢⎣]/u, '['],
  [/[⎤⎥⎦]/u, ']'],
  [/[⎧⎨⎩⎪]/u, '{'],
  [/[⎫⎬⎭⎪]/u, '}'],
];
const bracketOf = (glyph: string): string | undefined => PIECES.find(([pieces]) => pieces.test(glyph))?.[1];
