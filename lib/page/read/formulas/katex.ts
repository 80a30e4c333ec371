/** Formulas that KaTeX has drawn where the page keeps no source: boxes that are put above each other by style. */
import { leaf, type Part, part, row } from './formula-tree.ts';

/** Reads what KaTeX has drawn. */
export const fromKatex = (drawn: Element): Part => row(childrenOf(drawn));

/** A stroke that is drawn across what it cancels. */
const PILE = ':scope > .vlist-t > .vlist-r > .vlist';
const STRUCK = `${PILE} > .svg-align > span > svg > line, ${PILE} > span > .sout`;
/** The stroke through the sign behind it: `=` becomes `≠`. */
const NOT = /\uE020/;

function childrenOf(element: Element): Part[] {
  const parts = withoutStrokes(element);
  const at = parts.findIndex(({ text, parts: inner }) => inner.length === 0 && NOT.test(text));
  const sign = parts[at + 1];
  if (at < 0 || !sign) return parts;
  return parts.toSpliced(at, 2, negated(sign));
}

/** The first letter of a formula, struck through. */
function negated(sign: Part): Part {
  const [first, ...rest] = sign.parts;
  return first
    ? { ...sign, parts: [negated(first), ...rest] }
    : { ...sign, text: sign.text.replace(/\S/, '$&\u0338').normalize('NFC') };
}

function withoutStrokes(element: Element): Part[] {
  const parts: Part[] = [];
  for (const node of element.childNodes) {
    if (node instanceof Text) {
      const text = node.data.replace(/[\u200B\s]+/g, ' ');
      if (text.trim() !== '') parts.push(leaf(text));
    } else if (node instanceof Element) put(parts, node);
  }
  return parts;
}

function put(parts: Part[], element: Element): void {
  const { classList } = element;
  if (
    element.localName === 'svg' ||
    ['strut', 'pstrut', 'vlist-s', 'rule', 'nulldelimiter', 'katex-mathml'].some((name) => classList.contains(name))
  )
    return;
  // What is only left room for is painted in no colour.
  if (classList.contains('mspace') || (element as HTMLElement).style?.color === 'transparent') return;
  if (classList.contains('msupsub')) return putScripts(parts, element);
  const read = READERS.find(([name]) => classList.contains(name))?.[1];
  if (read) return void parts.push(read(element));
  const inner = childrenOf(element);
  if (element.querySelector(STRUCK))
    return void parts.push({ ...part('menclose', inner), says: { notation: 'strike' } });
  // A name with its scripts is one; what it holds is read as it comes.
  if (inner.length > 0) parts.push(row(inner));
}

/** What is drawn above each other, by its class. */
const READERS: readonly (readonly [name: string, read: (element: Element) => Part])[] = [
  ['mfrac', fraction],
  ['sqrt', root],
  ['op-limits', limits],
  ['mtable', table],
  ['accent', accented],
  ['x-arrow', named],
  ['munder', braced],
  ['mover', braced],
  ['overline', (element) => part('mover', [levelsOf(element).at(-1)?.formula, leaf('‾')])],
];

interface Level {
  formula: Part;
  /** How far above the line it stands, in the unit of the drawing. */
  height: number;
  element: Element;
}

/** What is drawn above each other in the first pile below an element, from the top. */
function levelsOf(element: Element): Level[] {
  const pile = element.querySelector('.vlist');
  return pile ? levelsIn(pile) : [];
}

function levelsIn(pile: Element): Level[] {
  const levels: Level[] = [];
  for (const level of pile.children) {
    const top = Number.parseFloat((level as HTMLElement).style?.top);
    const strut = Number.parseFloat(level.querySelector<HTMLElement>(':scope > .pstrut')?.style.height ?? '0');
    const inner = childrenOf(level);
    if (inner.length > 0 && !Number.isNaN(top))
      levels.push({ formula: row(inner), height: -top - strut, element: level });
  }
  return levels.sort((a, b) => b.height - a.height);
}

function fraction(element: Element): Part {
  const [over, under] = levelsOf(element);
  const formula = part('mfrac', [over?.formula, under?.formula]);
  return element.querySelector('.frac-line') ? formula : { ...formula, says: { linethickness: '0' } };
}

function accented(element: Element): Part {
  const [base, ...above] = levelsOf(element).sort((a, b) => a.height - b.height);
  const sign = above.at(-1)?.formula ?? (element.querySelector(DRAWN) ? leaf(signIn(element, DRAWN)) : undefined);
  return part('mover', [base?.formula, sign]);
}

/** Signs that are drawn: arrows, hats and tildes as long as what is below them. */
const DRAWN = `${PILE} > .svg-align svg, ${PILE} > span > .accent-body svg`;
/** By which end of a drawing is cut off. That of a vector is not. */
const SIGNS: Readonly<Record<string, string>> = {
  'xMaxYMin slice': '→',
  'xMinYMin slice': '←',
  xMinYMin: '→',
  none: '^',
};
const TILDE = / (?:260|286|306|312)$/;
function signIn(element: Element, drawn: string): string {
  const signs = [...element.querySelectorAll(drawn)].map((svg) =>
    TILDE.test(svg.getAttribute('viewBox') ?? '') ? '~' : (SIGNS[svg.getAttribute('preserveAspectRatio') ?? ''] ?? ''),
  );
  const [sign = ''] = signs;
  return signs.every((one) => one === sign) ? sign : '↔';
}

/** An arrow with what is written over and under it. */
function named(element: Element): Part {
  const sign = leaf(signIn(element, `${PILE} > .svg-align svg`));
  const [first, second] = levelsOf(element);
  if (first && second) return part('munderover', [sign, second.formula, first.formula]);
  if (!first) return sign;
  return part(first.height > 0 ? 'mover' : 'munder', [sign, first.formula]);
}

/** Something with a brace above or below it, and what that says: no power, and no index. */
function braced(element: Element): Part {
  const isOver = element.classList.contains('mover');
  const name = isOver ? 'mover' : 'munder';
  const levels = levelsOf(element);
  if (element.querySelector(`${PILE} > .svg-align > .stretchy`))
    return part(name, [levels[0]?.formula, leaf(isOver ? '⏞' : '⏟')]);
  const [upper, lower] = levels;
  return part(name, isOver && lower ? [lower.formula, upper?.formula] : [upper?.formula, lower?.formula]);
}

function root(element: Element): Part {
  const degree = element.querySelector(':scope > .root .vlist');
  const piles = [...element.querySelectorAll('.vlist')].filter((pile) => !pile.closest('.root'));
  const base = piles[0] ? row(levelsIn(piles[0]).map(({ formula }) => formula)) : undefined;
  return degree ? part('mroot', [base, levelsIn(degree)[0]?.formula]) : part('msqrt', [base]);
}

/** Scripts belong to what stands before them. */
function putScripts(parts: Part[], element: Element): void {
  const [first, second] = levelsOf(element);
  if (!first) return;
  const base = parts.pop() ?? leaf('');
  if (second) parts.push(part('msubsup', [base, second.formula, first.formula]));
  else parts.push(part(first.height > 0 ? 'msup' : 'msub', [base, first.formula]));
}

/** A sign with what stands below and above it. */
function limits(element: Element): Part {
  const levels = levelsOf(element);
  const at = Math.max(
    0,
    levels.findIndex((level) => level.element.querySelector('.mop')),
  );
  const [base, over, under] = [levels[at]?.formula, levels[at - 1]?.formula, levels[at + 1]?.formula];
  if (over && under) return part('munderover', [base, under, over]);
  return over ? part('mover', [base, over]) : part('munder', [base, under]);
}

function table(element: Element): Part {
  const columns = [...element.querySelectorAll(':scope > [class*="col-align"]')].map((column) => levelsOf(column));
  const rows = Math.max(0, ...columns.map((column) => column.length));
  return part(
    'mtable',
    Array.from({ length: rows }, (_, at) =>
      part(
        'mtr',
        columns.map((column) => column[at]?.formula ?? leaf('')),
      ),
    ),
  );
}
