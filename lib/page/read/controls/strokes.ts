/**
 * What a drawing without any name shows, by its strokes: many pages draw a tick or a cross as one short path and call it
 * nothing. Drawings of filled shapes are not known by this.
 */

type Point = readonly [x: number, y: number];
type Stroke = readonly [from: Point, to: Point];

/** A tick has two strokes, a cross up to four in one ring; what has more is a picture. */
const MOST_SHAPES = 4;
const LONGEST_PATH = 200;

/** The sign of a tick or a cross; undefined where the strokes are neither. */
export function strokeSignOf(drawing: Element): string | undefined {
  const shapes = drawing.querySelectorAll('path, line, polyline');
  if (shapes.length > MOST_SHAPES) return undefined;
  const strokes = Array.from(shapes).flatMap(strokesOf);
  if (isTick(strokes)) return '✓';
  return isCross(strokes) ? '✗' : undefined;
}

function strokesOf(shape: Element): Stroke[] {
  const said = (name: string) => shape.getAttribute(name) ?? '';
  if (shape.localName === 'line') return strokesAlong(`M${['x1', 'y1', 'x2', 'y2'].map(said).join(' ')}`);
  return strokesAlong(shape.localName === 'polyline' ? `M${said('points')}` : said('d'));
}

/** The straight strokes of a path up to the first that is round (SVG 2, 9.3). */
function strokesAlong(path: string): Stroke[] {
  const strokes: Stroke[] = [];
  let at: Point = [0, 0];
  for (const [, command = '', rest = ''] of path.slice(0, LONGEST_PATH).matchAll(/([a-z])([^a-z]*)/gi)) {
    if (!/[mlhv]/i.test(command)) break;
    const isRelative = command === command.toLowerCase();
    const numbers = Array.from(rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g), ([number]) => Number(number));
    const step = /[hv]/i.test(command) ? 1 : 2;
    for (let index = 0; index + step <= numbers.length; index += step) {
      const to = next(at, command.toLowerCase(), numbers.slice(index, index + step), isRelative);
      // The first point of a move begins a stroke; further ones are lines.
      if (index > 0 || !/m/i.test(command)) strokes.push([at, to]);
      at = to;
    }
  }
  return strokes;
}

function next([x, y]: Point, command: string, [first = 0, second = 0]: readonly number[], isRelative: boolean): Point {
  const [byX, byY] = isRelative ? [x, y] : [0, 0];
  if (command === 'h') return [byX + first, y];
  return command === 'v' ? [x, byY + first] : [byX + first, byY + second];
}

/** Down a little to the right, then up for longer: with two equal strokes it would open a list. */
function isTick(strokes: readonly Stroke[]): boolean {
  const [first, second] = strokes;
  if (strokes.length !== 2 || !first || !second || String(first[1]) !== String(second[0])) return false;
  const [left, right] = first[0][0] < second[1][0] ? [first[0], second[1]] : [second[1], first[0]];
  const turn = first[1];
  const [short, long] = [turn[0] - left[0], right[0] - turn[0]];
  return short > 0 && long > 1.2 * short && turn[1] > left[1] && turn[1] > right[1] && right[1] < left[1];
}

/** Two slanting lines through one middle, in one stroke each or in two. */
function isCross(strokes: readonly Stroke[]): boolean {
  const points = strokes.flat();
  if (strokes.length < 2 || strokes.length > 4) return false;
  const middle = (axis: 0 | 1) =>
    (Math.min(...points.map((p) => p[axis])) + Math.max(...points.map((p) => p[axis]))) / 2;
  const [x, y] = [middle(0), middle(1)];
  const slopes = strokes.map(([from, to]) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const isSlanting = dx !== 0 && Math.abs(Math.abs(dy / dx) - 1) < 0.2;
    const misses = Math.abs(dx * (y - from[1]) - dy * (x - from[0])) > 0.1 * (dx * dx + dy * dy);
    return isSlanting && !misses ? Math.sign(dy / dx) : 0;
  });
  return slopes.includes(1) && slopes.includes(-1) && !slopes.includes(0);
}
