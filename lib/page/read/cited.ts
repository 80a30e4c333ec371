/**
 * Where the citations of an output stand in its text. A script of its own, injected when an output with links is first
 * told of: the detector, which is in every frame, need not know.
 */
import { browser } from 'wxt/browser';
import { MOST_CITATIONS } from '../../domain/limits.ts';
import { codePointLength, normaliseText } from '../../domain/output/text.ts';
import type { PlacedCitation } from '../../messages/to-page/index.ts';
import { type Found, webAddress } from '../detect/found.ts';
import type { Turns } from '../detect/turns.ts';
import { findBus } from '../frame/bus.ts';
import { readCanonical } from './port.ts';
import type { TextReading } from './reading.ts';

/** Claims that one source may stand for. */
const MOST_PLACES = 5;

/** Answers the background's question; once a frame, until the detector is retired. */
export function offerPlaces(): void {
  const bus = findBus();
  if (!bus || bus.places) return;
  bus.places = true;
  const listener = (message: unknown, _: unknown, reply: (answer: PlacedCitation[]) => void) => {
    const { type, outputId } = (message ?? {}) as { type?: unknown; outputId?: unknown };
    if (type !== 'citations.place') return undefined;
    const found = [...(bus.detector?.all() ?? [])].find(({ id }) => id === outputId);
    reply(found && bus.detector ? placesIn(found, bus.detector.turns) : []);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  bus.signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

function placesIn({ turn }: Found, turns: Turns): PlacedCitation[] {
  const prose = turns.prose(turn);
  const reading = readCanonical(prose, turns.profile.exclude);
  if (!reading) return [];
  const links = prose.flatMap((part) => [...part.querySelectorAll('a[href]')]).slice(0, MOST_CITATIONS);
  const byUrl = new Map<string, number[]>();
  for (const link of links) {
    const url = webAddress(link);
    const end = url === undefined ? undefined : claimEnd(link, reading);
    if (url === undefined || end === undefined) continue;
    const at = codePointLength(normaliseText(reading.raw.slice(0, end)));
    const known = byUrl.get(url) ?? [];
    if (!known.includes(at) && known.length < MOST_PLACES) byUrl.set(url, [...known, at]);
  }
  return [...byUrl].map(([url, at]) => ({ url, at }));
}

/** What a sentence ends with, a bracket or a mark of another citation behind it. */
const ENDED = /[.!?…:;。！？]["'”’»)\]]*\s*(?:\[[\d, ]+\]\s*)*$/;

/**
 * Where in the raw text the claim ends. A link that is a part of its sentence stands for all of that; one that comes
 * behind, or is a number, for what is before it.
 */
function claimEnd(link: Element, { raw, pieces }: TextReading): number | undefined {
  const from = pieces.findIndex(({ node }) => isAtOrAfter(link, node));
  const start = from < 0 ? raw.length : (pieces[from]?.start ?? raw.length);
  const own = pieces.filter(({ node }) => link.contains(node));
  const last = own.at(-1);
  const end = last ? last.start + last.length : start;
  const line = raw.slice(raw.lastIndexOf('\n', start - 1) + 1, start);
  if (!/\p{L}{2}/u.test(raw.slice(start, end)) || ENDED.test(line)) return start === 0 ? undefined : start;
  return sentenceEnd(raw, end);
}

const isAtOrAfter = (link: Element, node: Node): boolean =>
  link.contains(node) || (link.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function sentenceEnd(raw: string, from: number): number {
  const lineEnd = raw.indexOf('\n', from);
  const line = raw.slice(from, lineEnd < 0 ? raw.length : lineEnd);
  const [first] = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(line);
  return from + (first?.segment.trimEnd().length ?? 0);
}
