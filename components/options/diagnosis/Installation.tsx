import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { installationId } from '../../../lib/settings/items.ts';
import styles from '../Options.module.css';

/** The number that marks what was made here. */
export function Installation() {
  const [id, setId] = useState('');
  useEffect(() => {
    void installationId.getValue().then(setId);
  }, []);
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{i18n.t('options.installTitle')}</h2>
      <p className={styles.intro}>{i18n.t('options.installIntro')}</p>
      <dl className={styles.facts}>
        <dt>{i18n.t('options.installId')}</dt>
        <dd>
          <code className={styles.id}>{id}</code>
        </dd>
      </dl>
    </section>
  );
}
