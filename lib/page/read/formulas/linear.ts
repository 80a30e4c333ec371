/** Writes a formula in one line, in the order of its meaning: `(a+b)/(c−d)`, `10^(−3)`, `√(16)`. */
import type { Part } from './formula-tree.ts';

/** Signs that only say how neighbours belong together: times, function of, separator, plus. */
const UNSEEN = /[\u2061-\u2064\u200B-\u200D\u2060\uFEFF]/g;

type Write = (parts: readonly Part[], whole: Part) => string;

const script =
  (sign: string): Write =>
  ([base, raised]) =>
    `${base ? bound(base) : ''}${raised ? `${sign}${bound(raised)}` : ''}`;

/** By element. A map: a page may name elements as the parts of an object are. */
const FORMS: ReadonlyMap<string, Write> = new Map(
  Object.entries<Write>({
    mfrac: ([over, under], { says }) =>
      /^0/.test(says?.linethickness ?? '') ? `(${write(over)} ; ${write(under)})` : `${bound(over)}/${bound(under)}`,
    msup: script('^'),
    msub: script('_'),
    mover: ([base, over], whole) =>
      isAccent(over) ? `${bound(base)}${accentOf(over)}` : script('^')([base, over] as Part[], whole),
    munder: script('_'),
    msubsup: ([base, low, high]) => `${bound(base)}_${bound(low)}^${bound(high)}`,
    munderover: ([base, low, high]) => `${bound(base)}_${bound(low)}^${bound(high)}`,
    msqrt: (parts) => `√(${writeAll(parts)})`,
    // `3√(8)` would be three times a root.
    mroot: ([base, degree]) => `${bound(base)}^(1/${bound(degree)})`,
    mtable: (rows) => `[${rows.map(write).join('; ')}]`,
    mtr: (cells) => cells.map(write).join(', '),
    mlabeledtr: (cells) => cells.slice(1).map(write).join(', '),
    mfenced: (parts, { says }) =>
      `${says?.open ?? '('}${parts.map(write).join(says?.separators?.trim() || ',')}${says?.close ?? ')'}`,
    menclose: (parts, { says }) => {
      const text = writeAll(parts);
      return /strike/.test(says?.notation ?? '') ? `~~${text}~~` : text;
    },
    mmultiscripts: ([base, ...scripts]) => multiscripts(base, scripts),
    semantics: ([shown]) => write(shown),
    maction: ([shown]) => write(shown),
    mphantom: () => '',
    mspace: () => ' ',
    ms: (_, { text }) => `"${text}"`,
    annotation: () => '',
    'annotation-xml': () => '',
  }),
);

/** A formula in one line. */
export function write(formula: Part | undefined): string {
  if (!formula) return '';
  const { name, text, parts } = formula;
  const form = FORMS.get(name);
  if (form) return form(parts, formula);
  return parts.length > 0 ? writeAll(parts) : text.replace(UNSEEN, '').replace(/\s+/g, ' ');
}

/** Parts whose end is not seen where letters follow. */
const OPEN_ENDED = /^m(?:frac|sub|sup|subsup|under|over|underover|root|multiscripts)$/;

function isOpenEnded({ name, parts }: Part): boolean {
  const last = parts.at(-1);
  return OPEN_ENDED.test(name) || (name === 'mrow' && last !== undefined && isOpenEnded(last));
}

function writeAll(parts: readonly Part[]): string {
  let text = '';
  parts.forEach((each, at) => {
    const before = parts[at - 1];
    const written = each.name === 'mtable' && isFenced(before, parts[at + 1]) ? write(each).slice(1, -1) : write(each);
    const isApart = before && isOpenEnded(before) && /^[\p{L}\p{N}√∑∫]/u.test(written);
    text += isApart ? ` ${written}` : written;
  });
  return text;
}

/** Whether brackets stand around a table of numbers already. */
const isFenced = (before: Part | undefined, after: Part | undefined): boolean =>
  /^[([{|‖]$/.test(write(before).trim()) && after?.name === 'mo';

/** A part as one: in brackets where it is of several. */
function bound(formula: Part | undefined): string {
  const text = write(formula).trim();
  if (/^(?:[\p{L}\p{M}]*|[\d.,\s\u00A0]*)$/u.test(text) || Array.from(text).length === 1 || isBracketed(text))
    return text;
  return `(${text})`;
}

/** Whether one pair of brackets holds all of it. */
function isBracketed(text: string): boolean {
  if (!/^\(.*\)$/s.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth === 0) return false;
  }
  return true;
}

/** A bar, hat, arrow or dot above a name. */
const isAccent = (over: Part | undefined): boolean => /^(?:[\p{Sk}\p{Lm}‾―–^~→←↔]|\p{M})$/u.test(write(over).trim());
/** Bars are drawn with many characters. */
const accentOf = (over: Part | undefined): string =>
  write(over)
    .trim()
    .replace(/[¯ˉ―–]/u, '‾');

function multiscripts(base: Part | undefined, scripts: readonly Part[]): string {
  const split = scripts.findIndex(({ name }) => name === 'mprescripts');
  const [after, before] = split < 0 ? [scripts, []] : [scripts.slice(0, split), scripts.slice(split + 1)];
  const pairs = (list: readonly Part[]) =>
    list
      .map((each, at) =>
        each.name === 'none' || write(each) === '' ? '' : `${at % 2 === 0 ? '_' : '^'}${bound(each)}`,
      )
      .join('');
  return `${pairs(before)}${bound(base)}${pairs(after)}`;
}
