import { ArrowUp, Ban, Check, ListChecks, type LucideIcon, Pencil } from 'lucide-react';
import { i18n } from '#i18n';
import { VERDICTS, type Verdict } from '../../../lib/domain/codes.ts';
import styles from './DecisionForm.module.css';

const LOOKS: Record<Verdict, { icon: LucideIcon; look: string | undefined }> = {
  approve: { icon: Check, look: styles.good },
  approve_with_notes: { icon: ListChecks, look: styles.good },
  modify: { icon: Pencil, look: styles.change },
  block: { icon: Ban, look: styles.danger },
  escalate: { icon: ArrowUp, look: styles.raised },
};

interface VerdictChoiceProps {
  chosen: Verdict | undefined;
  onChange(verdict: Verdict): void;
  problem: string | undefined;
}

/** The five decisions and what each of them means. */
export const VerdictChoice = ({ chosen, onChange, problem }: VerdictChoiceProps) => (
  <fieldset className={styles.group} aria-describedby={problem ? 'verdict-problem' : undefined}>
    <legend className={styles.legend}>{i18n.t('panel.queue.decide')}</legend>
    <div className={styles.verdicts}>
      {VERDICTS.map((verdict) => {
        const { icon: Icon, look } = LOOKS[verdict];
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
            <Icon size={16} className={look} aria-hidden />
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
