import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { MeasureTotal } from '../../../lib/domain/people/measure-totals.ts';
import { send } from '../../../lib/messages/send.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { dateText } from '../../ui/RelativeTime.tsx';
import { endpointText } from '../../words/endpoint.ts';
import { refusalText } from '../../words/refusal.ts';
import styles from '../Options.module.css';

/** How many people have taken each measure of the rules, for the team's administrators: numbers, and nobody by name. */
export function MeasureTotals() {
  const isAdmin = useLiveQuery(async () => (await target())?.role === 'admin');
  return isAdmin ? <Totals /> : null;
}

function Totals() {
  const { measures, problem, load } = useTotals();
  return (
    <section className={styles.card} id="measures" aria-label={i18n.t('measures.totals')}>
      <h2 className={styles.title}>{i18n.t('measures.totals')}</h2>
      <p className={styles.intro}>{i18n.t('measures.totalsIntro')}</p>
      {problem ? (
        <Notice tone="warning" live>
          <p>{problem}</p>
          <Button size="small" onClick={load}>
            {i18n.t('people.again')}
          </Button>
        </Notice>
      ) : null}
      {measures === undefined && !problem ? <p className={styles.small}>{i18n.t('common.loading')}</p> : null}
      {measures?.length === 0 ? <p className={styles.small}>{i18n.t('measures.none')}</p> : null}
      <ul className={styles.people}>
        {measures?.map((measure) => (
          <Total key={measure.measureId} {...measure} />
        ))}
      </ul>
      <p>
        <a href={browser.runtime.getURL('/policy.html')}>{i18n.t('measures.write')}</a>
      </p>
    </section>
  );
}

const Total = ({ measureId, measure, people, reviewOn }: MeasureTotal) => (
  <li data-measure-total={measureId}>
    <span>
      {measure}
      {reviewOn ? <span className={styles.small}> {reviewText(reviewOn)}</span> : null}
    </span>
    <strong>{people === null ? i18n.t('measures.few') : i18n.t('measures.people', people)}</strong>
  </li>
);

const reviewText = (day: string): string =>
  i18n.t(Date.parse(day) < Date.now() ? 'measures.overdue' : 'measures.reviewOn', [dateText(day)]);

/** As the collector counts them now; asked anew each time. */
function useTotals() {
  const [measures, setMeasures] = useState<MeasureTotal[]>();
  const [problem, setProblem] = useState<string>();
  const load = useCallback(() => {
    send('measure.totals', {}).then(
      (answer) => {
        setProblem('problem' in answer ? endpointText(answer.problem) : undefined);
        if ('measures' in answer) setMeasures(answer.measures);
      },
      (error: unknown) => setProblem(refusalText(error)),
    );
  }, []);
  useEffect(load, [load]);
  return { measures, problem, load };
}
