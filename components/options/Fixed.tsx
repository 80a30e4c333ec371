import { Lock } from 'lucide-react';
import { i18n } from '#i18n';
import styles from './Options.module.css';

/** Says that a setting is not to be changed here, and who fixed it. */
export const Fixed = () => (
  <p className={styles.fixed}>
    <Lock size={14} aria-hidden />
    {i18n.t('managed.fixed')}
  </p>
);
