import { i18n } from '#i18n';
import { Button } from './Button.tsx';
import { numberText } from './numbers.ts';
import styles from './Progress.module.css';

interface ProgressProps {
  /** What goes on. */
  label: string;
  done: number;
  /** Undefined while it is not known. */
  total: number | undefined;
  onStop(): void;
}

/** How far long work is, and the way to stop it. */
export const Progress = ({ label, done, total, onStop }: ProgressProps) => (
  <div className={styles.progress}>
    <progress
      className={styles.bar}
      aria-label={label}
      {...(total === undefined ? {} : { value: done, max: Math.max(total, 1) })}
    />
    <span className={styles.said}>
      {label} {total === undefined ? numberText(done) : `${numberText(done)} / ${numberText(total)}`}
    </span>
    <Button size="small" onClick={onStop}>
      {i18n.t('common.stop')}
    </Button>
  </div>
);
