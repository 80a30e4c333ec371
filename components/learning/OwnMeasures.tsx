import { CircleCheck, CircleDashed } from 'lucide-react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { AskedMeasure } from '../../lib/domain/people/literacy.ts';
import { useSend } from '../sending/useSend.ts';
import { Button } from '../ui/Button.tsx';
import { dateText } from '../ui/RelativeTime.tsx';
import styles from './learning.module.css';
import { useMeasures } from './useMeasures.ts';

/** The measure that the practice page is: so the templates of the policy call it. */
const PRACTICE = 'first-flag';

/** What the rules ask of a person to know about AI, and when they took it. Not there where they ask nothing. */
export function OwnMeasures() {
  const measures = useMeasures();
  if (!measures || measures.length === 0) return null;
  return (
    <section className={styles.card} id="learning" aria-labelledby="learning-title">
      <h2 className={styles.title} id="learning-title">
        {i18n.t('measures.title')}
      </h2>
      <p className={styles.intro}>{i18n.t('measures.intro')}</p>
      <ul className={styles.list}>
        {measures.map((measure) => (
          <Measure key={measure.measureId} measure={measure} />
        ))}
      </ul>
    </section>
  );
}

function Measure({ measure: asked }: { measure: AskedMeasure }) {
  const { measureId, measure, evidence, state } = asked;
  const { carryOut, busy } = useSend();
  const Icon = state === 'taken' ? CircleCheck : CircleDashed;
  return (
    <li className={styles.measure} data-measure={measureId} data-state={state}>
      <p className={styles.what}>{measure}</p>
      <p className={state === 'taken' ? styles.done : styles.open}>
        <Icon size={16} aria-hidden />
        {standingOf(asked)}
      </p>
      {evidence ? <p className={styles.small}>{i18n.t('measures.evidence', [evidence])}</p> : null}
      {state === 'taken' ? null : (
        <p className={styles.buttons}>
          {measureId === PRACTICE && !location.pathname.endsWith('/welcome.html') ? (
            <a href={browser.runtime.getURL('/welcome.html#practice')}>{i18n.t('measures.practise')}</a>
          ) : null}
          <Button
            size="small"
            busy={busy}
            onClick={() => void carryOut('measure.take', { measureId }, i18n.t('measures.noted'))}
          >
            {i18n.t('measures.take')}
          </Button>
        </p>
      )}
    </li>
  );
}

function standingOf({ takenAt, why }: AskedMeasure): string {
  if (takenAt === undefined) return i18n.t('measures.state.open');
  const day = dateText(takenAt);
  return why === undefined ? i18n.t('measures.state.taken', { day }) : i18n.t('measures.state.again', { day, why });
}
