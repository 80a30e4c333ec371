/** Places of a text where a passage may stand: seeds vote for its two edges, alignment finds them to the character. */
import { distance, distanceAfter, distanceBefore, type Edge, edgeNear } from './align.ts';
import { keyAt, SEED, Seeds, seedAt } from './seeds.ts';
import type { Ground, Span, Window } from './window.ts';

/** A place, and by how many characters it differs from the passage. */
export interface AnchorCandidate extends Span {
  /** Edit distance of the prefix to the text before, of the quote to the text within, of the suffix to that after. */
  before: number;
  within: number;
  after: number;
  /** Whether the nearest few words on both sides are the same, character for character. */
  framed: boolean;
  /** False where only one edge was found, so that the other is a guess. */
  whole: boolean;
}

/** Edges of one passage that seeds have voted for, in the ground's UTF-16 units. */
interface Edges {
  starts: number[];
  ends: number[];
}

/** Characters of the quote that help to find an edge. */
const EDGE_QUOTE = 48;
/** A seed begins at every so many characters. */
const STEP = 4;
/** A seed that stands at more places says little: further ones are not looked at. */
const MOST_HITS = 64;
/** A quote that stands at more places is told apart by what is around it. */
export const MOST_OCCURRENCES = 1_000;
/** Votes this close to each other speak of the same edge. */
const SAME_EDGE = 6;
/** Edges that are looked at for one passage, best first. */
const MOST_EDGES = 4;
/** Characters on each side that frame a quote which is too short to speak for itself. */
const FRAME = 12;
/** Edits that are counted in a quote. */
const MOST_EDITS = 256;
/** How far from its votes an edge may be. */
const EDGE_SLACK = 14;

/** The shortest quote of which one seed stands at a place that is a multiple of the seed's length, wherever it is. */
const SPARSE = 2 * SEED - 1;

/** For each window, the places where its quote stands word for word: at most `MOST_OCCURRENCES`. */
export function occurrencesOf(windows: readonly Window[], { text }: Ground): Span[][] {
  const found: Span[][] = windows.map(({ quote }) => (quote.length < SPARSE ? placesOf(quote, text) : []));
  const owners = windows.flatMap(({ quote }, at) => (quote.length < SPARSE ? [] : [at]));
  const hashes = owners.flatMap((owner) => {
    const { quote } = windows[owner] as Window;
    return Array.from({ length: SEED }, (_, offset) => keyAt(quote, offset));
  });
  if (hashes.length === 0) return found;
  new Seeds(hashes).scanSparsely(text, (seed, at) => {
    const owner = owners[(seed / SEED) | 0] as number;
    const spans = found[owner] as Span[];
    const { quote } = windows[owner] as Window;
    const start = at - (seed % SEED);
    if (spans.length < MOST_OCCURRENCES && text.startsWith(quote, start))
      spans.push({ start, end: start + quote.length });
  });
  return found;
}

/** A short quote is looked for by itself: there are few of those. */
function placesOf(quote: string, text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(quote); at >= 0 && spans.length < MOST_OCCURRENCES; at = text.indexOf(quote, at + 1))
    spans.push({ start: at, end: at + quote.length });
  return spans;
}

/** A place with its distances measured. */
export function candidateAt(window: Window, { text }: Ground, { start, end }: Span, whole = true): AnchorCandidate {
  return {
    start,
    end,
    before: distanceBefore(window.prefix, text, start),
    within: withinOf(window.quote, text.slice(start, end)),
    after: distanceAfter(window.suffix, text, end),
    framed:
      text.startsWith(window.suffix.slice(0, FRAME), end) &&
      text.slice(Math.max(0, start - FRAME), start).endsWith(window.prefix.slice(-FRAME)),
    whole,
  };
}

/** Beyond half of a quote two texts are not alike; beyond some hundred edits it does not matter how many more. */
const withinOf = (quote: string, words: string): number =>
  distance(quote, words, Math.min(MOST_EDITS, Math.max(4, (quote.length + 1) >> 1)));

/**
 * For each window, the places that look like it, found by parts of it that are left; of edges with fewer than one in
 * `share` of the best one's votes, none.
 */
export function likelyPlaces(windows: readonly Window[], ground: Ground, share = 5): AnchorCandidate[][] {
  const votes = vote(windows, ground.text);
  return windows.map((window, at) => placesFrom(window, ground, votes[at] ?? { starts: [], ends: [] }, share));
}

/** Which edge a seed of a window speaks of: the start, the end, or in short quotes both. */
function speaksOf({ prefix, quote }: Window, offset: number): { start: boolean; end: boolean } {
  return {
    start: offset < prefix.length + EDGE_QUOTE,
    end: offset + SEED > prefix.length + quote.length - EDGE_QUOTE,
  };
}

interface SeedOwner {
  window: number;
  offset: number;
  hits: number;
}

function vote(windows: readonly Window[], text: string): Edges[] {
  const owners: SeedOwner[] = [];
  const hashes: number[] = [];
  for (const [at, window] of windows.entries()) {
    for (let offset = 0; offset + SEED <= window.text.length; offset += STEP) {
      const { start, end } = speaksOf(window, offset);
      if (!start && !end) continue;
      owners.push({ window: at, offset, hits: 0 });
      hashes.push(seedAt(window.text, offset));
    }
  }
  const edges: Edges[] = windows.map(() => ({ starts: [], ends: [] }));
  if (hashes.length === 0) return edges;
  new Seeds(hashes).scan(text, (seed, at) => {
    const owner = owners[seed] as SeedOwner;
    if (owner.hits++ >= MOST_HITS) return;
    const window = windows[owner.window] as Window;
    const { starts, ends } = edges[owner.window] as Edges;
    const { start, end } = speaksOf(window, owner.offset);
    const begins = at - owner.offset + window.prefix.length;
    if (start) starts.push(begins);
    if (end) ends.push(begins + window.quote.length);
  });
  return edges;
}

/** The best few groups of votes that lie close together, each as the place in its middle. */
function strongest(votes: readonly number[], share: number): number[] {
  const sorted = Int32Array.from(votes).sort();
  const groups: { place: number; count: number }[] = [];
  let first = 0;
  for (let at = 1; at <= sorted.length; at++) {
    if (at < sorted.length && (sorted[at] as number) - (sorted[at - 1] as number) <= SAME_EDGE) continue;
    groups.push({ place: sorted[(first + at - 1) >> 1] as number, count: at - first });
    first = at;
  }
  const most = Math.max(0, ...groups.map(({ count }) => count));
  return groups
    .sort((a, b) => b.count - a.count)
    .filter(({ count }, at) => (count > 1 || at < 2) && count * share >= most)
    .slice(0, MOST_EDGES)
    .map(({ place }) => place);
}

function placesFrom(window: Window, ground: Ground, { starts, ends }: Edges, share: number): AnchorCandidate[] {
  const { prefix, quote, suffix } = window;
  const refine = (edge: Edge) => (guess: number) => edgeNear(edge, ground.text, guess, EDGE_SLACK);
  const head = { before: prefix.slice(-EDGE_QUOTE), after: quote.slice(0, EDGE_QUOTE), context: 'before' } as const;
  const tail = { before: quote.slice(-EDGE_QUOTE), after: suffix.slice(0, EDGE_QUOTE), context: 'after' } as const;
  const from = unique(strongest(starts, share).map(refine(head)));
  const to = unique(strongest(ends, share).map(refine(tail)));
  const longest = quote.length * 1.5 + 200;
  const pairs = from.flatMap((start) =>
    to.flatMap((end) => (end >= start && end - start <= longest ? [{ start, end }] : [])),
  );
  const lone = [
    ...from
      .filter((start) => !pairs.some((pair) => pair.start === start))
      .map((start) => ({ start, end: start + quote.length })),
    ...to.filter((end) => !pairs.some((pair) => pair.end === end)).map((end) => ({ start: end - quote.length, end })),
  ];
  const inside = ({ start, end }: Span) => start >= 0 && end <= ground.text.length;
  return [
    ...pairs.map((span) => candidateAt(window, ground, span)),
    ...lone.filter(inside).map((span) => candidateAt(window, ground, span, false)),
  ];
}

const unique = (places: readonly number[]): number[] => [...new Set(places)];
