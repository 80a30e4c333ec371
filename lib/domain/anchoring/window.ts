/** A passage and a text, made ready to be compared. */
import type { Passage, Structure } from './anchor.ts';
import { Points, pointsIn } from './points.ts';

/** Context kept on each side of a quote, in code points, where nothing in the text is like it. */
export const CONTEXT = 32;

/** How much a text's beginning and end count as context: as many characters that stand nowhere else. */
const EDGE = 8;
const [BEGINNING, END] = ['\u0002'.repeat(EDGE), '\u0003'.repeat(EDGE)];

/** A text with its beginning and its end written out, so that a passage beside them has context there too. */
export interface Ground {
  text: string;
  points: Points;
}

/** Makes a normalised text ready; once for all passages that are looked for in it. */
export const groundOf = (text: string): Ground => ({ text: BEGINNING + text + END, points: new Points(text) });

/** Start and end in a ground's text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** A passage as it is looked for: strings over the ground's text. */
export interface Window {
  prefix: string;
  quote: string;
  suffix: string;
  /** All three. */
  text: string;
  /** Where it was, in code points. */
  start: number;
  structure: Structure | undefined;
}

export function windowOf({ selectors: [quote, { start }, structure] }: Passage): Window {
  const [before, after] = [pointsIn(quote.prefix), pointsIn(quote.suffix)];
  // Shorter than what is kept: the text began, or ended, there.
  const prefix = before < CONTEXT && before === start ? BEGINNING + quote.prefix : quote.prefix;
  const suffix = after < CONTEXT ? quote.suffix + END : quote.suffix;
  return { prefix, quote: quote.exact, suffix, text: prefix + quote.exact + suffix, start, structure };
}

/** A span of the ground, in code points of the text itself; what reaches over its ends is cut. */
export function placeInWindow({ text, points }: Ground, { start, end }: Span): Span {
  const last = text.length - 2 * EDGE;
  const inside = (unit: number) => points.pointAt(Math.max(0, Math.min(last, unit - EDGE)));
  return { start: inside(start), end: inside(end) };
}

/** The same the other way round. */
export const spanOf = ({ points }: Ground, { start, end }: Span): Span => ({
  start: points.unitAt(start) + EDGE,
  end: points.unitAt(end) + EDGE,
});

/** The words of a span, without what stands for the text's ends. */
export function wordsInWindow({ text }: Ground, { start, end }: Span): string {
  return text.slice(Math.max(EDGE, start), Math.min(text.length - EDGE, end));
}
