import { i18n } from '#i18n';
import type { PilotDays } from '../../../lib/domain/rollout/daily.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { durationText, numberText } from '../../ui/numbers.ts';
import { dateText } from '../../ui/RelativeTime.tsx';
import { Scrolling } from '../../ui/Scrolling.tsx';
import styles from '../policy.module.css';

const HOUR_MS = 3_600_000;

/** A pilot day by day, the newest first. Days on which fewer than five people decided stand together. */
export function Daily({ days }: { days: readonly PilotDays[] }) {
  if (days.length === 0) return null;
  return (
    <Disclosure label={i18n.t('rollout.daily')}>
      <div className={styles.form} data-daily>
        <p className={styles.muted}>{i18n.t('rollout.dailyIntro')}</p>
        <Scrolling label={i18n.t('rollout.daily')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{i18n.t('rollout.column.day')}</th>
                <th scope="col">{i18n.t('rollout.column.texts')}</th>
                <th scope="col">{i18n.t('rollout.column.reviewed')}</th>
                <th scope="col">{i18n.t('rollout.column.defects')}</th>
                <th scope="col">{i18n.t('rollout.column.hours')}</th>
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map(({ from, to, texts, looks }) => (
                <tr key={from}>
                  <th scope="row">{from === to ? dateText(from) : `${dateText(from)} – ${dateText(to)}`}</th>
                  <td>{numberText(texts)}</td>
                  {looks ? (
                    <>
                      <td>{numberText(looks.reviewed)}</td>
                      <td>{numberText(looks.defects)}</td>
                      <td>{durationText(looks.medianHours * HOUR_MS)}</td>
                    </>
                  ) : (
                    <td colSpan={3} className={styles.muted}>
                      {i18n.t('rollout.notTold')}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      </div>
    </Disclosure>
  );
}
