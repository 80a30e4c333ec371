import { GraduationCap } from 'lucide-react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { useMeasures } from '../learning/useMeasures.ts';
import styles from './SyncLine.module.css';

/** That the rules ask something of this person that is not done: one line, and gone once it is. */
export function MeasuresLine() {
  const waiting = useMeasures()?.filter(({ state }) => state !== 'taken').length ?? 0;
  if (waiting === 0) return null;
  return (
    <aside className={styles.line} data-measures={waiting}>
      <GraduationCap size={14} aria-hidden />
      <p className={styles.words}>
        {i18n.t('measures.waiting', waiting)}{' '}
        <a
          className={styles.action}
          href={browser.runtime.getURL('/options.html#learning')}
          target="_blank"
          rel="noreferrer"
        >
          {i18n.t('measures.see')}
        </a>
      </p>
    </aside>
  );
}
