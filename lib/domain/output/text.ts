/** One form of a text, whatever tool, browser or clipboard it came through. Zod-free: content scripts may import it. */

/**
 * Characters that show nothing and that tools, watermarks and copy buttons add: soft hyphen, zero-width characters,
 * direction marks, word joiners, variation selectors (also the supplement that carries C2PA manifests), BOM, tags.
 * Those that combine stand as alternatives: beside another character in one class they would read as one with it.
 */
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|\u034F|\u17B4|\u17B5|[\u180B-\u180F]|[\uFE00-\uFE0F]|[\u{E0000}-\u{E0FFF}]/gu;

/** A text without the characters that show nothing. */
export const stripInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** Text as it is hashed and compared: NFC, without invisible characters, white space folded to single spaces. */
export function normaliseText(text: string): string {
  return stripInvisible(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
}

/** Length in Unicode code points, the unit of W3C Web Annotation selectors. */
export const codePointLength = (text: string): number => Array.from(text).length;

/** At most `limit` code points of `text`, with an ellipsis where something was left out. */
export function shorten(text: string, limit: number): string {
  const points = Array.from(text);
  return points.length <= limit ? text : `${points.slice(0, Math.max(0, limit - 1)).join('')}…`;
}

/** Text that every store can hold: no lone surrogates, no NUL (PostgreSQL's `jsonb` has neither). */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');
