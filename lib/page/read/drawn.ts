/** The order in which a style draws what stands in a box: people read that one. */
import { styleOf } from './looks/look.ts';
import { type Orders, placeAmong } from './looks/order.ts';
import { isBlank } from './walk.ts';

/** Parts of a box in the order in which they are drawn. */
export function asDrawn(box: Element, parts: Node[], orders: Orders): Node[] {
  if (parts.length < 2) return parts;
  const places = (orders === 'grid' ? givenIn(box, parts) : undefined) ?? parts.map(placeOf);
  if (orders === 'table') firstOnly(places);
  const sorted = places.some((place) => place !== 0) ? sortedBy(parts, places) : parts;
  return orders === 'back' ? sorted.toReversed() : sorted;
}

function placeOf(part: Node): number {
  const style = part instanceof Element ? styleOf(part) : null;
  return style ? placeAmong(style) : 0;
}

const sortedBy = (parts: Node[], places: number[]): Node[] =>
  parts
    .map((part, at) => ({ part, place: places[at] as number }))
    .sort((one, other) => one.place - other.place)
    .map(({ part }) => part);

/** The second head or foot is a group of rows like any other. */
function firstOnly(places: number[]): void {
  for (const group of [-1, 1])
    for (let at = places.indexOf(group) + 1; at > 0 && at < places.length; at++)
      if (places[at] === group) places[at] = 0;
}

/** Columns of a row: no grid that people read has as many. */
const WIDE = 1_000;

/** Where the parts of a grid are put, if each is: the row and the column that its style names. */
function givenIn(grid: Element, parts: Node[]): number[] | undefined {
  const drawn = parts.filter((part) => part instanceof Element || !isBlank(part));
  const first = drawn[0];
  if (!(first instanceof Element) || getComputedStyle(first).gridRowStart === 'auto') return undefined;
  const areas = getComputedStyle(grid).gridTemplateAreas.match(/"[^"]*"/g) ?? [];
  const cells = areas.map((row) => row.slice(1, -1).trim().split(/\s+/));
  const places = parts.map((part) => (part instanceof Element ? placeIn(cells, getComputedStyle(part)) : 0));
  return places.some(Number.isNaN) ? undefined : places;
}

function placeIn(cells: string[][], { gridRowStart, gridColumnStart }: CSSStyleDeclaration): number {
  const row = cells.findIndex((names) => names.includes(gridRowStart));
  if (row >= 0) return (row + 1) * WIDE + (cells[row] as string[]).indexOf(gridRowStart);
  return Number(gridRowStart) * WIDE + (Number(gridColumnStart) || 0);
}
