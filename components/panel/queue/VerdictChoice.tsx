import { i18n } from '#i18n';
import type { Verdict } from '../../../lib/domain/codes.ts';
import { STATUS_AFTER } from '../../../lib/domain/output/status.ts';
import { STATUS_LOOK } from '../../../lib/look/status.ts';
import { toneStyle } from '../../../lib/look/tone.ts';
import { PathIcon } from '../../ui/PathIcon.tsx';
import styles from './DecisionForm.module.css';

interface VerdictChoiceProps {
  /** The decisions that can be made. */
  offered: readonly Verdict[];
  chosen: Verdict | undefined;
  onChange(verdict: Verdict): void;
  problem: string | undefined;
}

/** The decisions and what each of them means. */
export const VerdictChoice = ({ offered, chosen, onChange, problem }: VerdictChoiceProps) => (
  <fieldset className={styles.group} aria-describedby={problem ? 'verdict-problem' : undefined}>
    <legend className={styles.legend}>{i18n.t('panel.queue.decide')}</legend>
    <div className={styles.verdicts}>
      {offered.map((verdict) => {
        const { icon, tone } = STATUS_LOOK[STATUS_AFTER[verdict]];
        return (
          <label key={verdict} className={styles.verdict}>
            <input
              type="radio"
              name="verdict"
              value={verdict}
              checked={chosen === verdict}
              aria-labelledby={`verdict-${verdict}`}
              aria-describedby={`verdict-${verdict}-meaning`}
              onChange={() => onChange(verdict)}
            />
            <span className={styles.icon} style={toneStyle(tone)}>
              <PathIcon path={icon} size={16} />
            </span>
            <span id={`verdict-${verdict}`} className={styles.name}>
              {i18n.t(`verdict.${verdict}`)}
            </span>
            <span id={`verdict-${verdict}-meaning`} className={styles.meaning}>
              {i18n.t(`panel.queue.meaning.${verdict}`)}
            </span>
          </label>
        );
      })}
    </div>
    {problem ? (
      <p id="verdict-problem" className={styles.problem}>
        {problem}
      </p>
    ) : null}
  </fieldset>
);
