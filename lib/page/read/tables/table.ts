/** Tables: a line a row, a tab between cells, and as many cells in each row as the page shows columns. */
import { isGutter } from '../code.ts';
import { isBlank, readChildrenOf, type Walk, type WalkPlace } from '../walk.ts';

/** Most columns and rows that one cell may cover: HTML draws no more. */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 65_534;

/** Reads a row. A row of one cell is a line like any other, or a piece of the page's layout. */
export function readRow(row: Element, walk: Walk, place: WalkPlace): void {
  const cells = readChildrenOf(row).filter((cell) => isCell(cell, walk, place));
  const covered = coveredIn(row, walk);
  const [only] = cells;
  walk.out.line();
  if (only && cells.length === 1 && covered.length === 0 && spanOf(only, 'colspan', MOST_COLUMNS) === 1)
    walk.node(only, place, 'block');
  else new Row(walk, place, covered).read(cells);
  walk.out.line();
}

/** Reads cells as a row. */
export function readCells(cells: readonly Node[], walk: Walk, place: WalkPlace): void {
  walk.out.line();
  new Row(walk, place, []).read(cells.filter((cell) => isCell(cell, walk, place)));
  walk.out.line();
}

class Row {
  readonly #walk: Walk;
  readonly #place: WalkPlace;
  /** For each column, how many rows more a cell of an earlier row reaches into. */
  readonly #covered: number[];
  #column = 0;

  constructor(walk: Walk, place: WalkPlace, covered: number[]) {
    this.#walk = walk;
    this.#place = place;
    this.#covered = covered;
  }

  read(cells: readonly Node[]): void {
    for (const cell of cells) {
      this.#skipCovered();
      const [from, rows] = [this.#column, spanOf(cell, 'rowspan', MOST_ROWS)];
      this.#begin();
      this.#walk.out.cells++;
      this.#walk.node(cell, this.#place, 'words');
      this.#walk.out.cells--;
      for (let more = spanOf(cell, 'colspan', MOST_COLUMNS); more > 1; more--) this.#begin();
      if (rows > 1) for (let column = from; column < this.#column; column++) this.#covered[column] = rows - 1;
    }
    this.#skipCovered();
  }

  #skipCovered(): void {
    for (let rows = this.#covered[this.#column]; rows; rows = this.#covered[this.#column]) {
      this.#covered[this.#column] = rows - 1;
      this.#begin();
    }
  }

  #begin(): void {
    if (this.#column > 0) this.#walk.out.tab();
    this.#column++;
  }
}

/** Whether a node is drawn in a row. */
export function isCell(node: Node, { looks }: Walk, place: WalkPlace): boolean {
  if (!(node instanceof Element)) return node instanceof Text && !isBlank(node);
  return looks.of(node).kind !== 'none' && !isGutter(node, place);
}

/** What cells of earlier rows of the same group reach into. */
function coveredIn(row: Element, { covered }: Walk): number[] {
  const group = row.parentElement ?? row;
  const known = covered.get(group) ?? [];
  covered.set(group, known);
  return known;
}

function spanOf(cell: Node, attribute: 'colspan' | 'rowspan', most: number): number {
  const told =
    cell instanceof Element ? (cell.getAttribute(attribute) ?? cell.getAttribute(`aria-${attribute}`)) : null;
  const span = Number.parseInt(told ?? '1', 10);
  // A row span of none reaches to the end of its group.
  return span === 0 && attribute === 'rowspan' ? most : Math.min(Math.max(span || 1, 1), most);
}
