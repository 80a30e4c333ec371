import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type ProblemCategory, SEVERITIES, type Severity } from '../../lib/domain/codes.ts';
import { StatusMark } from '../dossier/marks/StatusMark.tsx';
import { CategoryWords } from '../learning/CategoryCard.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Practice.module.css';

type Stage = 'start' | 'what' | 'howBad' | 'done';

/** What is offered here, in the card's own order; the first is what is wrong with the answer. */
const OFFERED: readonly ProblemCategory[] = ['factual', 'unsupported', 'outdated', 'incomplete', 'style'];
const IS_MILD: readonly Severity[] = ['neutral', 'minor'];

interface PracticeProps {
  /** What the first steps have next, in words; nothing where they are done. */
  next: string | undefined;
  onDone(): void;
}

/** An answer with an error in it, to be flagged as on a real page: nothing of it is kept or sent. */
export function Practice({ next, onDone }: PracticeProps) {
  const [stage, setStage] = useState<Stage>('start');
  const [missed, setMissed] = useState(false);
  const [severity, setSeverity] = useState<Severity>('major');
  const [beganAt, setBeganAt] = useState(() => performance.now());
  const [seconds, setSeconds] = useState(0);
  const area = useRef<HTMLElement>(null);
  const touched = useRef(false);
  useEffect(() => {
    if (touched.current) area.current?.querySelector<HTMLElement>(`[data-stage="${stage}"] :is(a, button)`)?.focus();
  }, [stage]);
  const go = (next: Stage) => {
    touched.current = true;
    setStage(next);
  };
  const choose = (category: ProblemCategory) => {
    setMissed(category !== OFFERED[0]);
    if (category === OFFERED[0]) go('howBad');
  };
  const finish = (chosen: Severity) => {
    setSeverity(chosen);
    setSeconds(Math.max(1, Math.round((performance.now() - beganAt) / 1_000)));
    go('done');
    onDone();
  };
  const restart = () => {
    setMissed(false);
    setBeganAt(performance.now());
    go('start');
  };
  return (
    <section ref={area} className={styles.card} id="practice" aria-labelledby="practice-title">
      <h2 id="practice-title">{i18n.t('practice.title')}</h2>
      <p className={styles.intro}>{i18n.t('practice.intro')}</p>
      <p className={styles.now} role="status">
        {stage === 'done' ? i18n.t('practice.now.done', [String(seconds)]) : i18n.t(`practice.now.${stage}`)}
      </p>
      <Exchange isReported={stage === 'done'} isOpen={stage === 'start'} onPress={() => go('what')} />
      {stage === 'what' ? <What missed={missed} onChoose={choose} /> : null}
      {stage === 'howBad' ? <HowBad onChoose={finish} /> : null}
      {stage === 'done' ? <Done isMild={IS_MILD.includes(severity)} next={next} onAgain={restart} /> : null}
    </section>
  );
}

/** Question, answer with its badge, and what shows that the answer is wrong. */
const Exchange = ({ isReported, isOpen, onPress }: { isReported: boolean; isOpen: boolean; onPress(): void }) => (
  <div className={styles.exchange} data-stage="start">
    <p className={styles.turn}>
      <span className={styles.who}>{i18n.t('practice.asked')}</span>
      {i18n.t('practice.question')}
    </p>
    <div className={styles.turn}>
      <span className={styles.who}>{i18n.t('practice.answered')}</span>
      {i18n.t('practice.answer')}
      <button type="button" className={styles.badge} aria-disabled={!isOpen} onClick={isOpen ? onPress : undefined}>
        <StatusMark status={isReported ? 'reported' : 'unreviewed'} />
      </button>
    </div>
    <p className={styles.turn}>
      <span className={styles.who}>{i18n.t('practice.sheet')}</span>
      {i18n.t('practice.sheetText')}
    </p>
  </div>
);

const What = ({ missed, onChoose }: { missed: boolean; onChoose(category: ProblemCategory): void }) => (
  <fieldset className={styles.choices} data-stage="what" aria-label={i18n.t('common.categories')}>
    {OFFERED.map((category) => (
      <Button key={category} data-category={category} onClick={() => onChoose(category)}>
        {i18n.t(`category.${category}`)}
      </Button>
    ))}
    <p className={styles.hint} role="status">
      {missed ? i18n.t('practice.hint') : ''}
    </p>
  </fieldset>
);

const HowBad = ({ onChoose }: { onChoose(severity: Severity): void }) => (
  <fieldset className={styles.choices} data-stage="howBad" aria-label={i18n.t('card.howBad')}>
    {SEVERITIES.map((severity) => (
      <button
        key={severity}
        type="button"
        className={styles.severity}
        data-severity={severity}
        onClick={() => onChoose(severity)}
      >
        <strong>{i18n.t(`severity.${severity}`)}</strong>
        <span>{i18n.t(`severityMeaning.${severity}`)}</span>
      </button>
    ))}
  </fieldset>
);

const Done = ({ isMild, next, onAgain }: { isMild: boolean; next: string | undefined; onAgain(): void }) => (
  <div className={styles.done} data-stage="done">
    <p>{i18n.t(isMild ? 'practice.mild' : 'practice.fits')}</p>
    <p>{i18n.t('practice.next')}</p>
    {next ? (
      <p>
        <a href="#steps">{i18n.t('practice.onward', [next])}</a>
      </p>
    ) : null}
    <CategoryWords category="factual" />
    <p>
      <Button size="small" onClick={onAgain}>
        {i18n.t('practice.again')}
      </Button>
    </p>
  </div>
);
