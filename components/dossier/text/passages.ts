import type { Passage } from '../../../lib/domain/anchoring/anchor.ts';
import { fold, sourceOf } from '../../../lib/domain/anchoring/folding.ts';
import { Points } from '../../../lib/domain/anchoring/points.ts';
import { resolvePassages } from '../../../lib/domain/anchoring/resolve.ts';
import type { TextSpan } from '../../../lib/domain/output/structure/blocks.ts';

/** A passage and the number of the report that points at it. */
export interface NumberedPassage {
  number: number;
  passage: Passage;
}

/** A stretch of text and the reports that point at it; `starts` names those that begin here. */
export interface Segment extends TextSpan {
  /** Where its first word begins. */
  first: number;
  numbers: number[];
  starts: number[];
}

interface Range {
  number: number;
  start: number;
  end: number;
}

/** Cuts a text where passages begin and end. A passage that is not there, or may be at two places, is left out, not guessed. */
export function segmentsOf(text: string, passages: readonly NumberedPassage[]): Segment[] {
  const ranges = locate(text, passages);
  const cuts = new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, place) => {
    const end = places[place + 1] ?? text.length;
    const covering = ranges.filter((range) => range.start <= start && range.end >= end);
    return {
      from: start,
      to: end,
      first: start + Math.max(text.slice(start, end).search(/\S/), 0),
      numbers: unique(covering.map(({ number }) => number)),
      starts: unique(covering.filter((range) => range.start === start).map(({ number }) => number)),
    };
  });
}

/** Passages count in the normalised text; what is shown has line breaks. */
function locate(text: string, passages: readonly NumberedPassage[]): Range[] {
  const folded = fold(text);
  const points = new Points(folded.text);
  const found = resolvePassages(
    passages.map(({ passage }) => passage),
    folded.text,
  );
  return passages.flatMap(({ number, passage }, at) => {
    const [{ exact }, position] = passage.selectors;
    const own = folded.text.slice(points.unitAt(position.start), points.unitAt(position.end)) === exact;
    const anchored = found[at];
    const moved = anchored?.state === 'moved' ? anchored.place : undefined;
    const place = own ? position : moved;
    return place ? [{ number, ...sourceOf(folded, points.unitAt(place.start), points.unitAt(place.end)) }] : [];
  });
}

const unique = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
