/** From a place in an output's normalised text to the page's own text nodes. */
import { fold, sourceOf } from '../../domain/anchoring/folding.ts';
import { Points } from '../../domain/anchoring/points.ts';
import type { TextReading } from '../read/reading.ts';

/** A reading with its normalised text and the way from that back to the nodes. */
export class ReadPage {
  readonly #reading: TextReading;
  readonly #folded: ReturnType<typeof fold>;
  readonly #points: Points;

  constructor(reading: TextReading) {
    this.#reading = reading;
    this.#folded = fold(reading.raw);
    this.#points = new Points(this.#folded.text);
  }

  /** The text as anchors count in it. */
  get text(): string {
    return this.#folded.text;
  }

  /** A range for each text node that a place (code points, `end` exclusive) touches, without what lies between them. */
  rangesOf(place: { start: number; end: number }): Range[] {
    const { start, end } = sourceOf(this.#folded, this.#points.unitAt(place.start), this.#points.unitAt(place.end));
    return this.#reading.pieces.flatMap(({ node, start: begins, length }) => {
      const [from, to] = [Math.max(0, start - begins), Math.min(length, end - begins)];
      return from < to ? [rangeIn(node, from, to)] : [];
    });
  }
}

/** What no text node holds (an image, a formula) is marked as a whole. */
function rangeIn(node: Text | Element, from: number, to: number): Range {
  const range = document.createRange();
  if (node instanceof Element) {
    range.selectNode(node);
    return range;
  }
  range.setStart(node, from);
  range.setEnd(node, to);
  return range;
}
