import { i18n } from '#i18n';
import { installationId } from '../../../lib/settings/items.ts';
import { useSetting } from '../../sending/useSetting.ts';
import styles from '../Options.module.css';

const ITEMS = [installationId];
const readId = () => installationId.getValue();

/** The number that marks what was made here. */
export function Installation() {
  const [id] = useSetting(readId, ITEMS);
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
