import { useMemo } from 'react';
import { i18n } from '#i18n';
import styles from '../../panel/queue/Queue.module.css';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type NumberedPassage, type Segment, segmentsOf } from './passages.ts';

/** A text, as text, with the passages that reports point at. */
export function MarkedText({ text, passages }: { text: string; passages: readonly NumberedPassage[] }) {
  // By value: they are another list at each drawing, and finding them in a long text takes its time.
  const wanted = JSON.stringify(passages);
  const segments = useMemo(() => segmentsOf(text, JSON.parse(wanted) as NumberedPassage[]), [text, wanted]);
  return segments.map((segment) =>
    segment.numbers.length === 0 ? segment.text : <Mark key={segment.at} segment={segment} />,
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
