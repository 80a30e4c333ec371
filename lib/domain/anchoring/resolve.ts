/**
 * Finds passages in a text that may have changed since, and says how sure that is. The rule is that of a decoder: a
 * place is taken for the passage only if it is nearer to it than half the way to the nearest look-alike that the
 * passage's own text had. Whatever a look-alike that was left over may then be, it is not taken.
 */

import { distanceAfter, distanceBefore } from './align.ts';
import type { Passage, Structure } from './anchor.ts';
import type { AnchorCandidate } from './candidates.ts';
import { candidateAt, likelyPlaces, MOST_OCCURRENCES, occurrencesOf } from './candidates.ts';
import { type Ground, groundOf, placeInWindow, type Span, type Window, windowOf, wordsInWindow } from './window.ts';

/** A part of a text in code points, `end` exclusive, and its words. */
export interface PassagePlace extends Span {
  words: string;
}

/** What became of a passage. */
export type Anchored =
  /** The same words at the same place, or (`moved`) at another. */
  | { state: 'exact' | 'moved'; place: PassagePlace }
  /** Other words at its place: what stood there is the passage's quote. */
  | { state: 'changed'; place: PassagePlace }
  /** It may be one of these, likeliest first; which, a person must say. */
  | { state: 'ask'; candidates: (PassagePlace & { before: string; after: string })[] }
  | { state: 'gone' };

/** Places that a person is asked to choose from. */
const MOST_ASKED = 5;
/** Edits on each side of words that stood in their text twice. */
const MOST_BESIDE_TWIN = 2;
/** The shortest quote that says by itself what it is. */
const SPEAKING = 12;

/** What became of each passage in `text`, which is normalised (`normaliseText`) as the text was that they come from. */
export function resolvePassages(passages: readonly Passage[], text: string): Anchored[] {
  const ground = groundOf(text);
  const windows = passages.map(windowOf);
  const spoken = occurrencesOf(windows, ground);
  const results = windows.map((window, at) => intact(window, ground, spoken[at] ?? []));
  const open = windows.flatMap((window, at) => (results[at] ? [] : [{ window, at }]));
  const likely = likelyPlaces(
    open.map(({ window }) => window),
    ground,
  );
  for (const [index, { window, at }] of open.entries())
    results[at] = weigh(window, ground, spoken[at] ?? [], likely[index] ?? []);
  return results.map((result) => result ?? { state: 'gone' });
}

/** The quote with all of its context, where it stands once: nothing else need be looked at. */
function intact({ structure, ...window }: Window, ground: Ground, spans: readonly Span[]): Anchored | undefined {
  if (!structure || structure.around === 0) return undefined;
  const whole =
    spans.length < MOST_OCCURRENCES ? spans.filter((span) => isWhole(window, ground, span)) : twice(window, ground);
  const [only] = whole;
  return only && whole.length === 1 ? found(window.start, ground, only) : undefined;
}

type Words = Omit<Window, 'structure'>;

const isWhole = ({ prefix, suffix }: Words, { text }: Ground, { start, end }: Span): boolean =>
  text.startsWith(suffix, end) && text.startsWith(prefix, start - prefix.length);

/** The first two places of a window, where its quote stands too often to look at each. */
function twice({ text, prefix, quote }: Words, ground: Ground): Span[] {
  const first = ground.text.indexOf(text);
  const places = first < 0 ? [] : [first, ground.text.indexOf(text, first + 1)];
  return places
    .filter((at) => at >= 0)
    .map((at) => ({ start: at + prefix.length, end: at + prefix.length + quote.length }));
}

function weigh(window: Window, ground: Ground, spans: readonly Span[], likely: readonly AnchorCandidate[]): Anchored {
  const candidates = distinct([...spans.map((span) => candidateAt(window, ground, span)), ...likely]);
  // Words that were copied since: only with all of their context are they known to be the passage's.
  const copied = spans.length - 1 > (window.structure?.twins ?? 0);
  const own = apart(
    candidates
      .filter((candidate) => isOwn(candidate, window) && !(copied && candidate.within === 0 && total(candidate) > 0))
      .sort((a, b) => Math.sign(a.within) - Math.sign(b.within) || total(a) - total(b)),
  );
  const [only] = own;
  const copies = only ? copiesOf(only, candidates, window) : [];
  if (only && own.length + copies.length === 1)
    return only.within === 0 ? found(window.start, ground, only) : changed(window, ground, only, candidates);
  return ask(ground, only ? [...own, ...copies] : candidates.filter((candidate) => isPlausible(candidate, window)));
}

/** The same words elsewhere, with a side that is nearer to the passage's than any look-alike's was: either may be it. */
function copiesOf(
  own: AnchorCandidate,
  candidates: readonly AnchorCandidate[],
  { structure }: Window,
): AnchorCandidate[] {
  if (total(own) === 0 || !structure) return [];
  return candidates.filter(
    ({ start, before, within, after }) =>
      within === 0 && start !== own.start && (2 * before < structure.prefix || 2 * after < structure.suffix),
  );
}

function distinct(candidates: readonly AnchorCandidate[]): AnchorCandidate[] {
  const byPlace = new Map(candidates.map((candidate) => [`${candidate.start}.${candidate.end}`, candidate]));
  return [...byPlace.values()].sort((a, b) => total(a) - total(b));
}

const total = ({ before, within, after }: AnchorCandidate): number => before + within + after;

/** Whether both sides of a candidate are like the passage's: at most one character in `oneIn` is another. */
const isFramed = ({ before, after }: AnchorCandidate, { prefix, suffix }: Window, oneIn: number): boolean =>
  before * oneIn <= prefix.length && after * oneIn <= suffix.length;

/** Whether the words say by themselves what they are: long enough, much the same, and unlike all else in their text. */
function speaks({ within }: AnchorCandidate, { quote, structure }: Window): boolean {
  const alone = (structure?.quote ?? 0) > Math.max(2 * within, quote.length / 4);
  return alone && quote.length >= SPEAKING && within * 5 <= quote.length;
}

/** Whether a place can only be the passage's own. */
function isOwn(candidate: AnchorCandidate, window: Window): boolean {
  const { structure, quote } = window;
  if (!structure || !candidate.whole) return false;
  if (speaks(candidate, window))
    return (isRecognised(candidate, window) && isKept(candidate, structure)) || isBeside(candidate, structure);
  const known = 2 * (candidate.before + candidate.after) < structure.around && isKept(candidate, structure);
  if (structure.twins > 0 && Math.max(candidate.before, candidate.after) > MOST_BESIDE_TWIN) return false;
  return known && isFramed(candidate, window, 8) && (candidate.framed || quote.length >= SPEAKING);
}

/** The surroundings of words that speak for themselves: both sides little changed, or one hardly and the other more. */
const isRecognised = (candidate: AnchorCandidate, window: Window): boolean =>
  isFramed(candidate, window, 8) ||
  (isFramed(candidate, window, 4) && Math.min(candidate.before, candidate.after) <= 1);

/** Each edge is nearer to the passage's own than to a look-alike's, which may have slid there when others were taken out. */
const isKept = ({ before, after }: AnchorCandidate, { head, tail }: Structure): boolean =>
  (before === 0 || 2 * before < head) && (after === 0 || 2 * after < tail);

/** One side only is there: it must be all there, and have stood nowhere else. */
const isBeside = ({ before, after }: AnchorCandidate, { prefix, suffix }: Structure): boolean =>
  (before === 0 && prefix > 0) || (after === 0 && suffix > 0);

/** Whether a person might see the passage in it: much the same words, or the same surroundings. */
function isPlausible(candidate: AnchorCandidate, window: Window): boolean {
  const { length } = window.quote;
  if (length >= SPEAKING && candidate.within * 4 <= length) return true;
  return candidate.whole && isFramed(candidate, window, 8) && candidate.end > candidate.start;
}

function found(start: number, ground: Ground, span: Span): Anchored {
  const place = read(ground, span);
  return { state: place.start === start ? 'exact' : 'moved', place };
}

/** Nothing where it stood means that it is gone, unless the same words stand elsewhere. */
function changed(
  window: Window,
  ground: Ground,
  own: AnchorCandidate,
  candidates: readonly AnchorCandidate[],
): Anchored {
  const place = read(ground, toWords(window, ground, own));
  if (/[\p{L}\p{N}\p{S}]/u.test(place.words))
    return place.words === window.quote ? found(window.start, ground, own) : { state: 'changed', place };
  const elsewhere = candidates.filter((candidate) => candidate !== own && isPlausible(candidate, window));
  return ask(ground, elsewhere);
}

function ask(ground: Ground, candidates: readonly AnchorCandidate[]): Anchored {
  const places = apart(candidates)
    .slice(0, MOST_ASKED)
    .map((span) => ({ ...read(ground, span), ...besides(ground, span) }))
    .filter(({ words }) => words.trim() !== '');
  return places.length > 0 ? { state: 'ask', candidates: places } : { state: 'gone' };
}

/** How much of what stands beside a place is told, by which a person knows it from another; UTF-16 units. */
export const SHOWN_BESIDE = 40;
const besides = (ground: Ground, { start, end }: Span) => ({
  before: wordsInWindow(ground, { start: start - SHOWN_BESIDE, end: start }),
  after: wordsInWindow(ground, { start: end, end: end + SHOWN_BESIDE }),
});

/** Without those that lie over a likelier one. */
function apart(candidates: readonly AnchorCandidate[]): AnchorCandidate[] {
  const kept: AnchorCandidate[] = [];
  for (const candidate of candidates)
    if (!kept.some(({ start, end }) => candidate.start < end && start < candidate.end)) kept.push(candidate);
  return kept;
}

const read = (ground: Ground, span: Span): PassagePlace => ({
  ...placeInWindow(ground, span),
  words: wordsInWindow(ground, span),
});

const isWordy = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
/** Longest part of a word that an edge is moved over. */
const LONGEST_PART = 20;

/** Edges that cut a word where the quote did not are moved out of it, so that people read whole words. */
function toWords(
  { prefix, quote, suffix }: Window,
  { text }: Ground,
  { start, end, before, after }: AnchorCandidate,
): Span {
  const cuts = (one: string, other: string) => isWordy(one, one.length - 1) && isWordy(other, 0);
  let [from, to] = [start, end];
  while (start - from < LONGEST_PART && cuts(text.charAt(from - 1), text.charAt(from))) from--;
  while (to - end < LONGEST_PART && cuts(text.charAt(to - 1), text.charAt(to))) to++;
  // Not into the context: where a space was lost, two words have run together.
  return {
    start: cuts(prefix, quote) || distanceBefore(prefix, text, from) > before ? start : from,
    end: cuts(quote, suffix) || distanceAfter(suffix, text, to) > after ? end : to,
  };
}
