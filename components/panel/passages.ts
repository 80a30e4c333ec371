import type { Passage } from '../../lib/domain/anchor.ts';

/** A passage and the number of the report that points at it. */
export interface NumberedPassage {
  number: number;
  passage: Passage;
}

/** A stretch of text and the reports that point at it; `starts` names those that begin here. */
export interface Segment {
  text: string;
  numbers: number[];
  starts: number[];
}

interface Range {
  number: number;
  start: number;
  end: number;
}

/** Cuts a text where passages begin and end. A passage that is not there, or more than once, is left out, not guessed. */
export function segmentsOf(text: string, passages: readonly NumberedPassage[]): Segment[] {
  const points = Array.from(text);
  const ranges = passages.flatMap((numbered) => locate(points, text, numbered) ?? []);
  const cuts = new Set([0, points.length, ...ranges.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? points.length;
    const covering = ranges.filter((range) => range.start <= start && range.end >= end);
    return {
      text: points.slice(start, end).join(''),
      numbers: unique(covering.map(({ number }) => number)),
      starts: unique(covering.filter((range) => range.start === start).map(({ number }) => number)),
    };
  });
}

function locate(points: readonly string[], text: string, { number, passage }: NumberedPassage): Range | undefined {
  const [quote, { start, end }] = passage.selectors;
  if (points.slice(start, end).join('') === quote.exact) return { number, start, end };
  const at = text.indexOf(quote.exact);
  if (at < 0 || text.indexOf(quote.exact, at + 1) >= 0) return undefined;
  const before = Array.from(text.slice(0, at)).length;
  return { number, start: before, end: before + Array.from(quote.exact).length };
}

const unique = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
