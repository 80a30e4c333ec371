import { Users } from 'lucide-react';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';
import styles from '../figures.module.css';
import { Comparison } from './Comparison.tsx';
import own from './calibration.module.css';
import { StartForm } from './StartForm.tsx';
import { type Calibrating, useCalibrations } from './useCalibrations.ts';

/** Several reviewers judge the same answers, each without seeing the others, and compare afterwards. */
export function CalibrationSection() {
  const title = useId();
  const [isStarting, setStarting] = useState(false);
  const calibrations = useCalibrations();
  if (!calibrations) return null;
  return (
    <section className={styles.next} aria-labelledby={title} data-calibrations>
      <h2 id={title}>{i18n.t('calibration.title')}</h2>
      <p className={styles.muted}>{i18n.t('calibration.intro')}</p>
      {isStarting ? (
        <StartForm onClose={() => setStarting(false)} />
      ) : (
        <div>
          <Button size="small" onClick={() => setStarting(true)}>
            <Users size={14} aria-hidden />
            {i18n.t('calibration.start')}
          </Button>
        </div>
      )}
      {calibrations.length === 0 ? <p className={styles.muted}>{i18n.t('calibration.none')}</p> : null}
      <ul className={own.list}>
        {calibrations.map((one) => (
          <li key={one.calibrationId} className={styles.card} data-calibration={one.calibrationId}>
            <h3>{i18n.t('calibration.of', { at: fullDate(one.askedAt) })}</h3>
            <p>
              {i18n.t('calibration.items', one.items.length)} · {i18n.t('calibration.people', one.people)}
            </p>
            {one.isOver ? <Comparison calibrating={one} /> : <UnderWay calibrating={one} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far it is; never what anybody said. */
function UnderWay({ calibrating: { items, people, given, own, until } }: { calibrating: Calibrating }) {
  const isMine = own.given < own.seats;
  return (
    <>
      <p>
        {isMine
          ? i18n.t('calibration.mine', { given: own.given, seats: own.seats })
          : i18n.t('calibration.given', { given, all: items.length * people })}
      </p>
      <p className={styles.small}>{i18n.t('calibration.until', { at: fullDate(until) })}</p>
    </>
  );
}
