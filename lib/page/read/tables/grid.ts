/** Cells that a style puts into rows: a grid that says how many columns it has. */
import { styledAs } from '../looks/styled.ts';
import type { WalkPlace } from '../walk.ts';
import { isLeaf, type Walk } from '../walk.ts';
import { isCell as isPart, readCells } from './table.ts';

/** Reads a grid as the table that it is drawn as. Answers whether it is one: its parts are words, and fill its rows. */
export function readGrid(grid: Element, walk: Walk, place: WalkPlace): boolean {
  const parts = walk.partsOf(grid).filter((part) => isPart(part, walk, place));
  const heads = parts.filter((part) => part instanceof Element && part.getAttribute('role') === 'columnheader').length;
  const columns = heads || tracksIn(styledAs(grid, 'grid-template-columns') ?? '');
  const areCells = parts.every((part) => part instanceof Element && (isCell(part) || isLeaf(part)));
  if (columns < 2 || parts.length === 0 || parts.length % columns > 0 || !areCells) return false;
  for (let at = 0; at < parts.length; at += columns) readCells(parts.slice(at, at + columns), walk, place);
  return true;
}

const isCell = (part: Element): boolean =>
  /^(?:gridcell|(?:column|row)?header|cell)$/.test(part.getAttribute('role') ?? '');

/** How many columns a template says that there are; none where the room decides. */
function tracksIn(template: string): number {
  if (!template || /auto-fi|subgrid|masonry|none/.test(template)) return 0;
  const repeated = /repeat\((\d+),((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;
  const flat = template
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(repeated, (_, times: string, tracks: string) => `${tracks} `.repeat(Math.min(Number(times), 100)))
    .replace(/\((?:[^()]|\([^()]*\))*\)/g, '');
  return flat.trim().split(/\s+/).length;
}
