/** Makes the selectors of a passage: enough of what is around it that no look-alike can be taken for it later. */

import { distanceAfter, distanceBefore } from './align.ts';
import type { Passage, Structure } from './anchor.ts';
import type { AnchorCandidate } from './candidates.ts';
import { candidateAt, likelyPlaces, MOST_OCCURRENCES, occurrencesOf } from './candidates.ts';
import { Points, pointsAfter, pointsBefore } from './points.ts';
import { CONTEXT, type Ground, groundOf, type Span, spanOf, type Window, windowOf } from './window.ts';

/** Context grows to this where less of it stands elsewhere too. */
const MOST_CONTEXT = 4 * CONTEXT;

/** The passage from `start` to `end` (UTF-16 offsets, `end` exclusive) of a normalised text. */
export function passageOf(text: string, start: number, end: number): Passage {
  const points = new Points(text);
  const ground = groundOf(text);
  const place = { start: points.pointAt(start), end: points.pointAt(end) };
  for (let context = CONTEXT; ; context *= 2) {
    const quote = {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: pointsBefore(text, start, context),
      suffix: pointsAfter(text, end, context),
    } as const;
    const position = { type: 'TextPositionSelector', ...place } as const;
    const structure = structureIn(ground, windowOf({ selectors: [quote, position] }), spanOf(ground, place));
    if (structure.around > 0 || context >= MOST_CONTEXT) return { selectors: [quote, position, structure] };
  }
}

/** How far the nearest look-alikes of a window in its own text are from it. */
function structureIn(ground: Ground, window: Window, own: Span): Structure {
  const { prefix, quote, suffix } = window;
  const begins = quote.slice(0, EDGE_PART);
  const ends = quote.slice(-EDGE_PART);
  const nearest = { quote: quote.length, prefix: prefix.length, suffix: suffix.length };
  let around = prefix.length + suffix.length;
  let [head, tail] = [prefix.length + begins.length, suffix.length + ends.length];
  const same = twins(ground, window, own);
  for (const rival of rivals(ground, window, own, same)) {
    nearest.quote = Math.min(nearest.quote, rival.within);
    nearest.prefix = Math.min(nearest.prefix, rival.before);
    nearest.suffix = Math.min(nearest.suffix, rival.after);
    around = Math.min(around, rival.before + rival.after);
    head = lesser(head, rival.before + distanceAfter(begins, ground.text, rival.start));
    tail = lesser(tail, rival.after + distanceBefore(ends, ground.text, rival.end));
  }
  return { type: 'StructureSelector', ...nearest, twins: same.length, around, head, tail };
}

/** Characters of a quote that count to its edge. */
const EDGE_PART = 24;

/** What is equal is no nearer look-alike: it cannot be told apart by this. */
const lesser = (least: number, distance: number): number => (distance === 0 ? least : Math.min(least, distance));

const twins = (ground: Ground, window: Window, own: Span): Span[] =>
  (occurrencesOf([window], ground)[0] ?? []).filter((span) => span.start !== own.start);

function rivals(ground: Ground, window: Window, own: Span, same: readonly Span[]): AnchorCandidate[] {
  const alike = (likelyPlaces([window], ground, ALL)[0] ?? []).flatMap((rival) => besides(rival, own, window));
  // More than can be told apart: nothing is known of the rest, so nothing is promised.
  if (same.length >= MOST_OCCURRENCES - 1)
    return [{ ...own, before: 0, within: 0, after: 0, framed: true, whole: true }];
  return [...alike, ...same.map((span) => candidateAt(window, ground, span)), ...halfRivals(ground, window, own)];
}

/** Every look-alike counts, however little it is like: the passage itself has the most votes. */
const ALL = Number.POSITIVE_INFINITY;
/** Edges this close are one edge, found a little off. */
const SAME = 8;

/** What of a candidate is not the passage's own: nothing, one edge, or all of it. */
function besides(rival: AnchorCandidate, own: Span, { prefix, quote, suffix }: Window): AnchorCandidate[] {
  const [starts, ends] = [Math.abs(rival.start - own.start) <= SAME, Math.abs(rival.end - own.end) <= SAME];
  if (starts && ends) return [];
  const before = starts ? prefix.length : rival.before;
  const after = ends ? suffix.length : rival.after;
  return [{ ...rival, before, after, within: starts || ends ? quote.length : rival.within }];
}

/** Places that share an edge's context word for word: told apart by the other edge only. */
function halfRivals({ text }: Ground, { prefix, quote, suffix }: Window, own: Span): AnchorCandidate[] {
  const found: AnchorCandidate[] = [];
  const far = { within: quote.length, framed: false, whole: false };
  for (const at of otherPlaces(text, prefix, own.start - prefix.length)) {
    const start = at + prefix.length;
    found.push({ ...far, start, end: start, before: 0, after: distanceAfter(suffix, text, start) });
  }
  for (const at of otherPlaces(text, suffix, own.end))
    found.push({ ...far, start: at, end: at, before: distanceBefore(prefix, text, at), after: 0 });
  return found;
}

function otherPlaces(text: string, part: string, own: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && places.length < MOST_OCCURRENCES; at = text.indexOf(part, at + 1))
    if (at !== own) places.push(at);
  return places;
}
