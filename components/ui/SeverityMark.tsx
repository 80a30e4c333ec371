import { i18n } from '#i18n';
import type { Severity } from '../../lib/domain/codes.ts';
import { classes } from './classes.ts';
import styles from './SeverityMark.module.css';

const ORDER: readonly Severity[] = ['neutral', 'minor', 'major', 'critical'];

/** How bad a report is, as bars and in words. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const level = ORDER.indexOf(severity);
  return (
    <span className={classes(styles.severity, styles[severity])} title={i18n.t(`severityMeaning.${severity}`)}>
      <span className={styles.bars} aria-hidden>
        {ORDER.map((step, at) => (
          <span key={step} className={at <= level ? styles.filled : undefined} />
        ))}
      </span>
      {i18n.t(`severity.${severity}`)}
    </span>
  );
}
