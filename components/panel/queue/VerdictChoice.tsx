import { i18n } from '#i18n';
import type { Verdict } from '../../../lib/domain/codes.ts';
import { STATUS_AFTER } from '../../../lib/domain/output/status.ts';
import { STATUS_LOOK } from '../../../lib/look/status.ts';
import { toneStyle } from '../../../lib/look/tone.ts';
import { PathIcon } from '../../ui/PathIcon.tsx';
import { KeyName, useKeyName } from '../keys/KeyName.tsx';
import styles from './DecisionForm.module.css';

interface VerdictChoiceProps {
  /** The decisions that can be made. */
  offered: readonly Verdict[];
  chosen: Verdict | undefined;
  onChange(verdict: Verdict): void;
  problem: string | undefined;
}

/** The decisions in one row, with their keys, and what the chosen one means. */
export function VerdictChoice({ offered, chosen, onChange, problem }: VerdictChoiceProps) {
  const keyName = useKeyName();
  return (
    <fieldset className={styles.group} aria-describedby={problem ? 'verdict-problem' : undefined}>
      <legend className={styles.legend}>{i18n.t('panel.queue.decide')}</legend>
      <div className={styles.verdicts}>
        {offered.map((verdict) => {
          const { icon, tone } = STATUS_LOOK[STATUS_AFTER[verdict]];
          const meaning = i18n.t(`panel.queue.meaning.${verdict}`);
          return (
            <label key={verdict} className={styles.verdict} title={`${meaning} (${keyName(verdict)})`}>
              <input
                type="radio"
                name="verdict"
                value={verdict}
                checked={chosen === verdict}
                aria-labelledby={`verdict-${verdict}`}
                aria-description={meaning}
                aria-keyshortcuts={keyName(verdict)}
                onChange={() => onChange(verdict)}
              />
              <span className={styles.icon} style={toneStyle(tone)}>
                <PathIcon path={icon} size={16} />
              </span>
              <span id={`verdict-${verdict}`} className={styles.name}>
                {i18n.t(`verdict.${verdict}`)}
              </span>
              <KeyName of={verdict} hidden />
            </label>
          );
        })}
      </div>
      {chosen ? <p className={styles.meaning}>{i18n.t(`panel.queue.meaning.${chosen}`)}</p> : null}
      {problem ? (
        <p id="verdict-problem" className={styles.problem}>
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}
