import { useMemo } from 'react';
import { i18n } from '#i18n';
import { cutToSpan } from '../../../lib/domain/output/structure/cut.ts';
import styles from '../../panel/queue/Queue.module.css';
import { type DrawWords, TextBlocks } from '../../text/TextBlocks.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type NumberedPassage, type Segment, segmentsOf } from './passages.ts';

/** A text, as text, with the passages that reports point at, also where they go through cells. */
export function MarkedText({ text, passages }: { text: string; passages: readonly NumberedPassage[] }) {
  // By value: they are another list at each drawing, and finding them in a long text takes its time.
  const wanted = JSON.stringify(passages);
  const segments = useMemo(() => segmentsOf(text, JSON.parse(wanted) as NumberedPassage[]), [text, wanted]);
  const words: DrawWords = (span) =>
    cutToSpan(segments, span).map((segment) => {
      const shown = text.slice(segment.from, segment.to);
      return segment.numbers.length === 0 ? shown : <Mark key={segment.from} segment={segment} words={shown} />;
    });
  return <TextBlocks text={text} words={words} />;
}

function Mark({ segment: { from, first, starts }, words }: { segment: Segment; words: string }) {
  // In the cells after its first one a passage goes on.
  const begins = from <= first ? starts : [];
  return (
    <mark className={styles.passage}>
      {begins.map((number) => (
        <span key={number}>
          <span className={styles.number} aria-hidden>
            {number}
          </span>
          <VisuallyHidden> [{i18n.t('panel.queue.passage', [number])}:] </VisuallyHidden>
        </span>
      ))}
      {words}
    </mark>
  );
}
