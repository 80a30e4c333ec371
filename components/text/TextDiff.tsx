import { useMemo } from 'react';
import { i18n } from '#i18n';
import {
  blocksOf,
  type TableBlock,
  type TableRow,
  type TextBlock,
  type TextSpan,
} from '../../lib/domain/output/structure/blocks.ts';
import { cutToSpan } from '../../lib/domain/output/structure/cut.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { type MergedPart, mergedOf } from './merged.ts';
import { DrawnBlock, type DrawWords, Table } from './TextBlocks.tsx';
import styles from './TextDiff.module.css';

/** Characters of unchanged text that are kept around a change. */
const CONTEXT = 80;

interface TextDiffProps {
  before: string;
  after: string;
}

/** What changed between two texts, word by word and in its place, also in cells; long unchanged stretches are left out. */
export function TextDiff({ before, after }: TextDiffProps) {
  const { text, parts, blocks } = useMemo(() => {
    const merged = mergedOf(before, after);
    return { text: merged.text, parts: merged.parts, blocks: blocksOf(merged.text) };
  }, [before, after]);
  const words: DrawWords = (span) =>
    cutToSpan(parts, span).map((part) => <Part key={part.from} part={part} text={text} isShortened={false} />);
  const isChanged = (span: TextSpan) => cutToSpan(parts, span).some(({ kind }) => kind !== 'same');
  return (
    <div className={styles.diff} dir="auto">
      {blocks.map((block) => (
        <ChangedBlock key={block.from} block={block} parts={parts} text={text} words={words} isChanged={isChanged} />
      ))}
    </div>
  );
}

interface ChangedBlockProps {
  block: TextBlock;
  parts: readonly MergedPart[];
  text: string;
  words: DrawWords;
  isChanged(span: TextSpan): boolean;
}

function ChangedBlock({ block, parts, text, words, isChanged }: ChangedBlockProps) {
  if (block.kind === 'lines') {
    const shortened: DrawWords = (span) =>
      cutToSpan(parts, span).map((part) => <Part key={part.from} part={part} text={text} isShortened />);
    return <DrawnBlock block={block} words={shortened} />;
  }
  if (!isChanged(block)) return <div className={styles.skipped}>…</div>;
  return block.kind === 'table' ? (
    <Table block={block} words={words} rows={changedRows(block, isChanged)} />
  ) : (
    <DrawnBlock block={block} words={words} />
  );
}

/** The rows that changed, with the first one and those beside them. */
function changedRows({ rows }: TableBlock, isChanged: (span: TextSpan) => boolean): (TableRow | 'left out')[] {
  const changed = rows.map(isChanged);
  const isShown = (at: number) => at === 0 || changed[at - 1] || changed[at] || changed[at + 1];
  return rows.flatMap((row, at): (TableRow | 'left out')[] => {
    if (isShown(at)) return [row];
    return isShown(at - 1) ? ['left out' as const] : [];
  });
}

interface PartProps {
  part: MergedPart;
  /** All of the text. */
  text: string;
  isShortened: boolean;
}

function Part({ part: { kind, from, to }, text, isShortened }: PartProps) {
  const words = text.slice(from, to);
  if (kind === 'same') {
    if (!isShortened) return words;
    return <Unchanged words={words} first={from === 0} last={to === text.length} />;
  }
  const Changed = kind === 'added' ? 'ins' : 'del';
  return (
    <Changed>
      <VisuallyHidden> [{i18n.t(kind === 'added' ? 'common.inserted' : 'common.deleted')}: </VisuallyHidden>
      {words}
      <VisuallyHidden>] </VisuallyHidden>
    </Changed>
  );
}

function Unchanged({ words, first, last }: { words: string; first: boolean; last: boolean }) {
  const points = Array.from(words);
  const kept = (first ? 0 : CONTEXT) + (last ? 0 : CONTEXT);
  if (points.length <= kept + CONTEXT || (first && last)) return words;
  return (
    <>
      {first ? '' : points.slice(0, CONTEXT).join('').replace(/\S+$/, '')}
      <span className={styles.skipped}> … </span>
      {last ? '' : points.slice(-CONTEXT).join('').replace(/^\S+/, '')}
    </>
  );
}
