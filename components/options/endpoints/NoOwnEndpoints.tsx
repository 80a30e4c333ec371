import { i18n } from '#i18n';
import { Fixed } from '../Fixed.tsx';
import styles from '../Options.module.css';

/** Stands where endpoints could be added, where whoever manages the browser does not want it. */
export const NoOwnEndpoints = () => (
  <section className={styles.card}>
    <h2 className={styles.title}>{i18n.t('options.othersTitle')}</h2>
    <p className={styles.intro}>{i18n.t('managed.noOwn')}</p>
    <Fixed />
  </section>
);
