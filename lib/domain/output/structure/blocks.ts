/**
 * The structure that a canonical text has: how the reader writes tables, code and numbered lists, read back. Blocks say where
 * in the text they stand, so that what is counted in the text (passages, changes) is found in them. Any text has blocks, and
 * they hold all of it. Zod-free.
 *
 * A table is lines with tabs between cells, of which the last ones of a row are left out where they are empty. Nothing marks
 * code: its signs are looked for (`code.ts`), and where they mislead, the text is still all there.
 */
import { isCodeLine, type LineOf, textLinesOf } from './code.ts';
import { listMarkIn } from './list-mark.ts';

/** A stretch of the text, in UTF-16 units. */
export interface TextSpan {
  from: number;
  to: number;
}

export interface TableRow extends TextSpan {
  cells: TextSpan[];
}

interface ListItem extends TextSpan {
  /** Number, letter, box or dash with the white space after it: what stands before the words. */
  mark: TextSpan;
}

export type TableBlock = TextSpan & { kind: 'table'; columns: number; rows: TableRow[] };
export type TextBlock =
  | TableBlock
  | (TextSpan & { kind: 'list'; items: ListItem[] })
  | (TextSpan & { kind: 'code' })
  | (TextSpan & { kind: 'lines' });

/** A row whose other cells are empty has no tab: so long a line, between rows of one table, may be one. */
const LONGEST_LONE_CELL = 80;

/** The blocks of a text, in order; one line break stands between two of them, and nothing else. */
export function blocksOf(text: string): TextBlock[] {
  const lines = textLinesOf(text);
  const kinds = kindsOf(lines);
  const blocks: TextBlock[] = [];
  for (let from = 0; from < lines.length; ) {
    const kind = kinds[from] as TextBlock['kind'];
    let to = from + 1;
    while (to < lines.length && kinds[to] === kind) to++;
    blocks.push(blockOf(kind, lines.slice(from, to)));
    from = to;
  }
  return blocks;
}

/** Whether a text is more than lines of words. */
export const hasStructure = (blocks: readonly TextBlock[]): boolean => blocks.some(({ kind }) => kind !== 'lines');

function blockOf(kind: TextBlock['kind'], lines: readonly LineOf[]): TextBlock {
  const span = { from: lines[0]?.from ?? 0, to: lines.at(-1)?.to ?? 0 };
  if (kind === 'table') {
    const rows = lines.map(rowOf);
    return { kind, ...span, rows, columns: mostOf(rows.map(({ cells }) => cells.length)) };
  }
  return kind === 'list' ? { kind, ...span, items: lines.map(itemOf) } : { kind, ...span };
}

/** A table may have more rows than a function takes arguments. */
const mostOf = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);

function rowOf({ from, to, text }: LineOf): TableRow {
  const cells: TextSpan[] = [];
  let at = from;
  for (const cell of text.split('\t')) {
    cells.push({ from: at, to: at + cell.length });
    at += cell.length + 1;
  }
  return { from, to, cells };
}

function itemOf({ from, to, text }: LineOf): ListItem {
  const mark = listMarkIn(text)?.length ?? 0;
  return { from, to, mark: { from, to: from + mark } };
}

/** What each line is part of. */
function kindsOf(lines: readonly LineOf[]): TextBlock['kind'][] {
  const kinds = lines.map((): TextBlock['kind'] => 'lines');
  markTables(lines, kinds);
  markCode(lines, kinds);
  markLists(lines, kinds);
  return kinds;
}

/** As the address of a text has it: lines that begin with tabs and have no others are code. */
const hasCells = ({ text }: LineOf): boolean => text.trimStart().includes('\t');

function markTables(lines: readonly LineOf[], kinds: TextBlock['kind'][]): void {
  let last: { to: number; columns: number } | undefined;
  for (let from = 0; from < lines.length; from++) {
    if (!lines[from]?.text.includes('\t')) continue;
    let to = from + 1;
    while (lines[to]?.text.includes('\t')) to++;
    const rows = lines.slice(from, to);
    if (rows.some(hasCells)) {
      const columns = mostOf(rows.map(({ text }) => text.split('\t').length));
      const goesOn = last?.columns === columns && last.to === from - 1 && isLoneCell(lines[from - 1]);
      kinds.fill('table', goesOn ? from - 1 : from, to);
      last = { to, columns };
    }
    from = to;
  }
}

const isLoneCell = (line: LineOf | undefined): boolean => line !== undefined && line.text.length <= LONGEST_LONE_CELL;

/** Lines of code, with the empty lines between them. */
function markCode(lines: readonly LineOf[], kinds: TextBlock['kind'][]): void {
  const isCode = (at: number) => kinds[at] === 'lines' && isCodeLine(lines, at);
  for (let from = 0; from < lines.length; from++) {
    if (!isCode(from)) continue;
    let to = from + 1;
    for (let next = to; next < lines.length && kinds[next] === 'lines'; next++) {
      if (isCode(next)) to = next + 1;
      else if (lines[next]?.text !== '') break;
    }
    // One line may only look like it.
    if (to - from > 1) kinds.fill('code', from, to);
    from = to;
  }
}

function markLists(lines: readonly LineOf[], kinds: TextBlock['kind'][]): void {
  for (let from = 0; from < lines.length; from++) {
    const style = markStyleAt(lines, kinds, from);
    if (!style) continue;
    let to = from + 1;
    while (to < lines.length && markStyleAt(lines, kinds, to)) to++;
    // A letter with a full stop may be a name's.
    if (to - from > 1 || style !== 'letter') kinds.fill('list', from, to);
    from = to;
  }
}

const markStyleAt = (lines: readonly LineOf[], kinds: readonly TextBlock['kind'][], at: number) =>
  kinds[at] === 'lines' ? listMarkIn(lines[at]?.text ?? '')?.style : undefined;

/** The text of blocks, written as the reader writes it: the way back from `blocksOf`. */
export const textOfBlocks = (blocks: readonly TextBlock[], text: string): string =>
  blocks.map((block) => textOfBlock(block, text)).join('\n');

function textOfBlock(block: TextBlock, text: string): string {
  const of = ({ from, to }: TextSpan) => text.slice(from, to);
  if (block.kind === 'table') return block.rows.map(({ cells }) => cells.map(of).join('\t')).join('\n');
  if (block.kind === 'list') return block.items.map(({ mark, to }) => of(mark) + text.slice(mark.to, to)).join('\n');
  return of(block);
}
