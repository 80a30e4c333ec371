/** A text that is being edited: words and code as they are typed, tables cell by cell. What is written is the canonical text. */
import { blocksOf, type TextBlock } from '../../lib/domain/output/structure/blocks.ts';

export type Cells = readonly (readonly string[])[];
export type EditorPart = { kind: 'words' | 'code'; text: string } | { kind: 'table'; cells: Cells };

/** The parts of a text; at least one. */
export function editorPartsOf(text: string): EditorPart[] {
  const parts: EditorPart[] = [];
  for (const block of blocksOf(text)) {
    const last = parts.at(-1);
    const part = partOf(block, text);
    // What is typed as words is one field, however many blocks there are in it.
    if (part.kind === 'words' && last?.kind === 'words') last.text += `\n${part.text}`;
    else parts.push(part);
  }
  return parts;
}

function partOf(block: TextBlock, text: string): EditorPart {
  if (block.kind === 'table') {
    const rows = block.rows.map(({ cells }) => cells.map(({ from, to }) => text.slice(from, to)));
    return { kind: 'table', cells: rows.map((row) => filled(row, block.columns)) };
  }
  return { kind: block.kind === 'code' ? 'code' : 'words', text: text.slice(block.from, block.to) };
}

const filled = (row: readonly string[], columns: number): string[] =>
  Array.from({ length: columns }, (_, at) => row[at] ?? '');

/** The text that parts are written as: cells that are empty at the end of a row are left out. */
export const textOfParts = (parts: readonly EditorPart[]): string =>
  parts
    .map((part) =>
      part.kind === 'table' ? part.cells.map((row) => row.join('\t').replace(/\t+$/, '')).join('\n') : part.text,
    )
    .join('\n');

/** What can be typed into a cell: a line and no tab. */
export const typedInCell = (words: string): string => words.replace(/\s*[\t\r\n]+\s*/g, ' ');

export const withCell = (cells: Cells, at: CellPlace, words: string): Cells =>
  cells.map((row, place) =>
    place === at.row ? row.map((cell, column) => (column === at.column ? words : cell)) : row,
  );

export interface CellPlace {
  row: number;
  column: number;
}

/** Rows that were copied elsewhere, put in from a cell on; the table grows where they are more. */
export function withPasted(cells: Cells, at: CellPlace, pasted: string): Cells {
  const rows = pasted
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.split('\t').map((cell) => cell.trim()));
  const columns = Math.max(cells[0]?.length ?? 0, ...rows.slice(0, MOST_PASTED).map((row) => at.column + row.length));
  return Array.from({ length: Math.max(cells.length, at.row + rows.length) }, (_, place) =>
    filled(cells[place] ?? [], columns).map((cell, column) => rows[place - at.row]?.[column - at.column] ?? cell),
  );
}

/** As many rows as anybody edits by hand; those beyond are put in, and do not widen the table. */
const MOST_PASTED = 1_000;

/** A row more, below one. */
export const withRow = (cells: Cells, below: number): Cells => {
  const row = (cells[0] ?? []).map(() => '');
  return [...cells.slice(0, below + 1), row, ...cells.slice(below + 1)];
};

/** A column more, after one. */
export const withColumn = (cells: Cells, after: number): Cells =>
  cells.map((row) => [...row.slice(0, after + 1), '', ...row.slice(after + 1)]);

/** A row or a column less; the last one stays. */
export const withoutRow = (cells: Cells, at: number): Cells =>
  cells.length > 1 ? cells.filter((_, place) => place !== at) : cells;
export const withoutColumn = (cells: Cells, at: number): Cells =>
  (cells[0]?.length ?? 0) > 1 ? cells.map((row) => row.filter((_, place) => place !== at)) : cells;
