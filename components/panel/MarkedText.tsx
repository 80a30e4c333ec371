import { useMemo } from 'react';
import { i18n } from '#i18n';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { type NumberedPassage, type Segment, segmentsOf } from './passages.ts';
import styles from './Queue.module.css';

/** A text, as text, with the passages that reports point at. */
export function MarkedText({ text, passages }: { text: string; passages: readonly NumberedPassage[] }) {
  const key = JSON.stringify(passages);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is `passages` by value
  const segments = useMemo(() => segmentsOf(text, passages), [text, key]);
  return segments.map((segment, at) =>
    segment.numbers.length === 0 ? (
      segment.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: segments have no other identity than their place
      <Mark key={at} segment={segment} />
    ),
  );
}

const Mark = ({ segment }: { segment: Segment }) => (
  <mark className={styles.passage}>
    {segment.starts.map((number) => (
      <span key={number}>
        <span className={styles.number} aria-hidden>
          {number}
        </span>
        <VisuallyHidden> [{i18n.t('panel.queue.passage', [number])}:] </VisuallyHidden>
      </span>
    ))}
    {segment.text}
  </mark>
);
