import { type Change, diffWords } from 'diff';
import { useMemo } from 'react';
import { i18n } from '#i18n';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './WordDiff.module.css';

/** Characters of unchanged text that are kept around a change. */
const CONTEXT = 80;
/** Beyond this many changes two texts have little in common, and comparing word by word would only cost time. */
const MOST_CHANGES = 4_000;

/** A change and where it begins in what is shown. */
type Placed = Change & { from: number };

interface WordDiffProps {
  before: string;
  after: string;
}

/** What changed between two texts, word by word; long unchanged stretches are left out. */
export function WordDiff({ before, after }: WordDiffProps) {
  const changes = useMemo(() => compare(before, after), [before, after]);
  return (
    <div className={styles.diff} dir="auto">
      {changes.map((change, at) => (
        <Part key={change.from} change={change} first={at === 0} last={at === changes.length - 1} />
      ))}
    </div>
  );
}

function compare(before: string, after: string): Placed[] {
  const whole = (value: string, added: boolean): Change => ({ value, added, removed: !added, count: 1 });
  const found = diffWords(before, after, { maxEditLength: MOST_CHANGES }) ?? [whole(before, false), whole(after, true)];
  let from = 0;
  // Of an empty text there is nothing to show.
  return found
    .filter(({ value }) => value)
    .map((change) => {
      const placed = { ...change, from };
      from += change.value.length;
      return placed;
    });
}

function Part({ change, first, last }: { change: Change; first: boolean; last: boolean }) {
  if (change.added)
    return (
      <ins>
        <VisuallyHidden> [{i18n.t('common.inserted')}: </VisuallyHidden>
        {change.value}
        <VisuallyHidden>] </VisuallyHidden>
      </ins>
    );
  if (change.removed)
    return (
      <del>
        <VisuallyHidden> [{i18n.t('common.deleted')}: </VisuallyHidden>
        {change.value}
        <VisuallyHidden>] </VisuallyHidden>
      </del>
    );
  return <Unchanged text={change.value} first={first} last={last} />;
}

function Unchanged({ text, first, last }: { text: string; first: boolean; last: boolean }) {
  const points = Array.from(text);
  const kept = (first ? 0 : CONTEXT) + (last ? 0 : CONTEXT);
  if (points.length <= kept + CONTEXT || (first && last)) return text;
  return (
    <>
      {first ? '' : points.slice(0, CONTEXT).join('').replace(/\S+$/, '')}
      <span className={styles.skipped}> … </span>
      {last ? '' : points.slice(-CONTEXT).join('').replace(/^\S+/, '')}
    </>
  );
}
