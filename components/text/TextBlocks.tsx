import { type ReactNode, useMemo } from 'react';
import { i18n } from '#i18n';
import {
  blocksOf,
  type TableBlock,
  type TableRow,
  type TextBlock,
  type TextSpan,
} from '../../lib/domain/output/structure/blocks.ts';
import styles from './TextBlocks.module.css';
import { WideBox } from './WideBox.tsx';

/** Draws the words of a stretch of the text. */
export type DrawWords = (span: TextSpan) => ReactNode;

interface TextBlocksProps {
  text: string;
  /** How words are drawn where it is not as they stand. */
  words?: DrawWords;
}

/** A text, as text, with its structure: tables as tables, code as code, lists as lists. */
export function TextBlocks({ text, words = ({ from, to }) => text.slice(from, to) }: TextBlocksProps) {
  const blocks = useMemo(() => blocksOf(text), [text]);
  return blocks.map((block) => <DrawnBlock key={block.from} block={block} words={words} />);
}

interface BlockProps<B extends TextBlock = TextBlock> {
  block: B;
  words: DrawWords;
}

/** One block of a text. */
export function DrawnBlock({ block, words }: BlockProps) {
  if (block.kind === 'table') return <Table block={block} words={words} />;
  if (block.kind === 'code') return <Code span={block} words={words} />;
  if (block.kind === 'list')
    return (
      <ul className={styles.list}>
        {block.items.map(({ from, to, mark }) => (
          <li key={from} dir="auto">
            <span className={styles.mark}>{words(mark)}</span>
            <span className={styles.item}>{words({ from: mark.to, to })}</span>
          </li>
        ))}
      </ul>
    );
  return (
    <div className={styles.lines} dir="auto">
      {words(block)}
    </div>
  );
}

const Code = ({ span, words }: { span: TextSpan; words: DrawWords }) => (
  <WideBox as="pre" label={i18n.t('text.code')} className={styles.code} dir="ltr">
    <code>{words(span)}</code>
  </WideBox>
);

interface TableProps extends BlockProps<TableBlock> {
  /** The rows to draw, or what stands in the place of some; all where it is not given. */
  rows?: readonly (TableRow | 'left out')[];
}

/** A table that scrolls by itself where it is wide. */
export function Table({ block, words, rows = block.rows }: TableProps) {
  const [head] = block.rows;
  return (
    <WideBox as="div" label={i18n.t('text.table')} className={styles.scroller}>
      <table className={styles.table} dir="auto">
        <tbody>
          {rows.map((row, at) =>
            row === 'left out' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is left out has no other identity than its place
              <tr key={`left out ${at}`}>
                <td colSpan={block.columns} className={styles.leftOut}>
                  …
                </td>
              </tr>
            ) : (
              <Row key={row.from} row={row} columns={block.columns} isHead={row === head} words={words} />
            ),
          )}
        </tbody>
      </table>
    </WideBox>
  );
}

interface RowProps {
  row: TableRow;
  columns: number;
  /** The first row names the columns: the text does not say so, and tables of answers are made so. */
  isHead: boolean;
  words: DrawWords;
}

/** A row; cells that are left out at its end are empty ones. */
function Row({ row: { cells }, columns, isHead, words }: RowProps) {
  const [only] = cells;
  if (only && cells.length === 1 && only.from < only.to && !isHead)
    return (
      <tr>
        <td colSpan={columns} dir="auto">
          {words(only)}
        </td>
      </tr>
    );
  return (
    <tr>
      {Array.from({ length: columns }, (_, at) => {
        const cell = cells[at];
        const isName = isHead && cell && cell.from < cell.to;
        const Cell = isName ? 'th' : 'td';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
          <Cell key={at} scope={isName ? 'col' : undefined} dir="auto">
            {cell ? words(cell) : null}
          </Cell>
        );
      })}
    </tr>
  );
}
