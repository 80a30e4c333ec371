import { Highlighter } from 'lucide-react';
import { i18n } from '#i18n';
import type { Passage } from '../../../lib/domain/anchoring/anchor.ts';
import type { PassagePlace } from '../../../lib/domain/anchoring/resolve.ts';
import { SHOWN_BESIDE } from '../../../lib/domain/anchoring/resolve.ts';
import type { Report } from '../../../lib/domain/report/report.ts';
import { TextDiff } from '../../text/TextDiff.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from '../Item.module.css';
import { type PassageLook, usePassage } from './usePassage.ts';

/** Words that a report points at: a press shows them in their page, or what became of them there. */
export function PassageQuote({ report, passage }: { report: Report; passage: Passage }) {
  const { look, show } = usePassage(report, passage);
  const [quote] = passage.selectors;
  const state = typeof look === 'string' ? look : look.anchored.state;
  return (
    <blockquote className={styles.quote} data-passage-state={state}>
      <span className={styles.words} dir="auto">
        {quote.exact}
      </span>
      {passage.note ? <p dir="auto">{passage.note}</p> : null}
      <div>
        <Button size="small" look="quiet" busy={look === 'looking' || look === 'opening'} onClick={() => void show()}>
          <Highlighter size={14} aria-hidden /> {i18n.t('panel.passage.show')}
        </Button>
      </div>
      <div role="status">
        <Look look={look} quote={quote.exact} onChoose={(choice) => void show(choice)} />
      </div>
    </blockquote>
  );
}

interface LookProps {
  look: PassageLook;
  quote: string;
  onChoose(place: PassagePlace): void;
}

function Look({ look, quote, onChoose }: LookProps) {
  if (look === 'unasked') return null;
  if (typeof look === 'string') return <p className={styles.meta}>{i18n.t(`panel.passage.${look}`)}</p>;
  const { anchored, choice } = look;
  if (anchored.state === 'ask' && choice) return <p className={styles.meta}>{i18n.t('panel.passage.chosen')}</p>;
  return (
    <>
      <p className={styles.meta}>{i18n.t(`panel.passage.${anchored.state}`)}</p>
      {anchored.state === 'changed' ? <TextDiff before={quote} after={anchored.place.words} /> : null}
      {anchored.state === 'ask' ? <Choice candidates={anchored.candidates} onChoose={onChoose} /> : null}
    </>
  );
}

type Candidate = PassagePlace & { before: string; after: string };

/** Says that the answer goes on. */
const more = (beside: string): string => (beside.length < SHOWN_BESIDE ? '' : '…');

/** The places that may be meant, each with what stands around it. */
const Choice = ({
  candidates,
  onChoose,
}: {
  candidates: readonly Candidate[];
  onChoose(place: PassagePlace): void;
}) => (
  <ul className={styles.candidates}>
    {candidates.map((candidate) => (
      <li key={`${candidate.start}-${candidate.end}`}>
        <p className={styles.around} dir="auto">
          {more(candidate.before)}
          {candidate.before}
          <mark>{candidate.words}</mark>
          {candidate.after}
          {more(candidate.after)}
        </p>
        <Button size="small" onClick={() => onChoose(candidate)}>
          {i18n.t('panel.passage.choose')}
        </Button>
      </li>
    ))}
  </ul>
);
