import { i18n } from '#i18n';
import { SEVERITIES, type Severity } from '../../../lib/domain/codes.ts';
import { classes } from '../../ui/classes.ts';
import styles from './SeverityMark.module.css';

/** How bad a report is, as bars and in words. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const level = SEVERITIES.indexOf(severity);
  return (
    <span className={classes(styles.severity, styles[severity])} title={i18n.t(`severityMeaning.${severity}`)}>
      <span className={styles.bars} aria-hidden>
        {SEVERITIES.map((step, at) => (
          <span key={step} className={at <= level ? styles.filled : undefined} />
        ))}
      </span>
      {i18n.t(`severity.${severity}`)}
    </span>
  );
}
