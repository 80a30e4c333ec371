/** Selectors count in Unicode code points, strings in UTF-16 units: the way from the one to the other. */

/** Places of one text in both counts. Texts without surrogate pairs, the most, cost one look through them. */
export class Points {
  readonly #text: string;
  /** For each UTF-16 unit, the code point that it belongs to; undefined where both counts are the same. */
  readonly #points: Int32Array | undefined;
  #units: Int32Array | undefined;

  constructor(text: string) {
    this.#text = text;
    if (!/[\uD800-\uDFFF]/.test(text)) return;
    this.#points = new Int32Array(text.length + 1);
    let point = -1;
    for (let unit = 0; unit < text.length; unit++) {
      if (!isSecondHalf(text, unit)) point++;
      this.#points[unit] = point;
    }
    this.#points[text.length] = point + 1;
  }

  /** The code point at a UTF-16 offset. */
  pointAt(unit: number): number {
    return this.#points?.[Math.min(unit, this.#text.length)] ?? unit;
  }

  /** The UTF-16 offset of a code point; the text's length for one beyond its end. */
  unitAt(point: number): number {
    if (!this.#points) return Math.min(point, this.#text.length);
    this.#units ??= unitsOf(this.#points);
    return this.#units[point] ?? this.#text.length;
  }
}

function unitsOf(points: Int32Array): Int32Array {
  const units = new Int32Array((points.at(-1) ?? 0) + 1);
  for (let unit = points.length - 1; unit >= 0; unit--) units[points[unit] ?? 0] = unit;
  return units;
}

/** Length of a short text in code points. */
export function pointsIn(text: string): number {
  let count = text.length;
  for (let unit = 1; unit < text.length; unit++) if (isSecondHalf(text, unit)) count--;
  return count;
}

/** Whether a cut before `unit` would tear a character in two. */
function isSecondHalf(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  if (code < 0xdc00 || code > 0xdfff) return false;
  const before = text.charCodeAt(unit - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

/** The last `count` code points before the UTF-16 offset `unit`. */
export function pointsBefore(text: string, unit: number, count: number): string {
  let from = unit;
  for (let left = count; left > 0 && from > 0; left--) from -= isSecondHalf(text, from - 1) ? 2 : 1;
  return text.slice(from, unit);
}

/** The first `count` code points from the UTF-16 offset `unit`. */
export function pointsAfter(text: string, unit: number, count: number): string {
  let to = unit;
  for (let left = count; left > 0 && to < text.length; left--) to += isSecondHalf(text, to + 1) ? 2 : 1;
  return text.slice(unit, to);
}
