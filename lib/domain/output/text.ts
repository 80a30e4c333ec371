/** One form of a text, whatever tool, browser or clipboard it came through. Zod-free: content scripts may import it. */

/**
 * Characters that show nothing and that tools, watermarks and copy buttons add: soft hyphen, zero-width characters,
 * direction marks, word joiners, variation selectors (also the supplement that carries C2PA manifests), BOM, tags.
 * Those that combine stand as alternatives: beside another character in one class they would read as one with it.
 */
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|\u034F|\u17B4|\u17B5|[\u180B-\u180F]|[\uFE00-\uFE0F]|[\u{E0000}-\u{E0FFF}]/gu;

/** Letters that marks of direction force into the other order, up to the mark that ends it or the end of the line. */
const FORCED = /([\u202D\u202E])([^\u202C-\u202E\n]*)\u202C?/g;
/** Letters and figures that are read from left to right, and letters that are read from right to left. */
const LEFT_TO_RIGHT = /(?![\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])[\p{L}\p{N}]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const MIRRORED: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '<': '>', '>': '<' };

/**
 * A text as a person sees it where marks force its letters into an order that is not theirs (U+202D and U+202E; UAX 9,
 * X4 and X5): 12 after a mark is read as 21, and is no other text than 21.
 */
export const asSeen = (text: string): string =>
  text.replace(FORCED, (_, mark: string, forced: string) =>
    (mark === '\u202E' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT).test(forced) ? turned(forced) : forced,
  );

const turned = (text: string): string =>
  Array.from(new Intl.Segmenter().segment(text), ({ segment }) => MIRRORED[segment] ?? segment)
    .reverse()
    .join('');

/** A text without the characters that show nothing. */
export const stripInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** Text as it is hashed and compared: NFC, without invisible characters, white space folded to single spaces. */
export function normaliseText(text: string): string {
  return stripInvisible(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
}

/** A cell with nothing in it, where rows stand line by line. No text that is kept has this character. */
const EMPTY_CELL = '\0';
/** Lines one after another in which there are tabs. */
const TABBED = /^[^\t\n]*\t.*(?:\n[^\t\n]*\t.*)*$/gm;
/** A tab that is no indentation. */
const WITHIN = /^[\t ]*[^\s][^\t\n]*\t/m;

/**
 * Text as its address is made of it: as it is seen, and normalised, but that a table in which a figure stands in another column is another
 * text, and so is one with another flag in it. Lines that begin with tabs and have
 * no others are code, and are as those with spaces.
 */
export function addressedText(text: string): string {
  const marked = flagsTold(asSeen(text));
  if (!marked.includes('\t')) return normaliseText(marked);
  const lines = marked.split('\n').map((line) => line.trimEnd());
  return normaliseText(lines.join('\n').replace(TABBED, (rows) => (WITHIN.test(rows) ? withEmptyCells(rows) : rows)));
}

/** The letters in a flag, which is England's or Scotland's by them. */
const FLAG = /(?<=\u{1F3F4})[\u{E0020}-\u{E007E}]+/gu;

/** They show nothing by themselves, so they are told as no other text has them. */
const flagsTold = (text: string): string =>
  text.replace(FLAG, (letters) => `\0${Array.from(letters, letterOf).join('')}\0`);
const letterOf = (tag: string): string => String.fromCharCode((tag.codePointAt(0) ?? 0) & 0x7f);

/** Looks back at the edge before: taken along, that of a cell that is empty too would be passed over. */
const withEmptyCells = (rows: string): string => rows.replace(/(?<=^|\t)[^\S\t\n]*(?=\t)/gm, EMPTY_CELL);

/** No white space at line ends, no more than one empty line, none around. A first cell may be empty. */
export const tidyText = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n*(?:(?!\t)\s)*/, '')
    .trimEnd();

/** Length in Unicode code points, the unit of W3C Web Annotation selectors. */
export const codePointLength = (text: string): number => Array.from(text).length;

/** At most `limit` code points of `text`, with an ellipsis where something was left out. */
export function shorten(text: string, limit: number): string {
  const points = Array.from(text);
  return points.length <= limit ? text : `${points.slice(0, Math.max(0, limit - 1)).join('')}…`;
}

/** At most `limit` UTF-16 units of `text`, in which what is kept is measured; no character is cut in two. */
export function cutTo(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const splits = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, splits ? end - 1 : end)}…`;
}

/** Text that every store can hold: no lone surrogates, no NUL (PostgreSQL's `jsonb` has neither). */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');
