import { i18n } from '#i18n';
import { CATEGORIES } from '../../lib/domain/codes.ts';
import { CategoryCard } from '../learning/CategoryCard.tsx';
import styles from './Welcome.module.css';

/** The cards of all that can be wrong, to be opened one by one. */
export const Wrong = () => (
  <section className={styles.card} id="wrong">
    <h2 className={styles.title}>{i18n.t('wrong.title')}</h2>
    <p className={styles.text}>{i18n.t('wrong.intro')}</p>
    <div className={styles.cards}>
      {CATEGORIES.map((category) => (
        <CategoryCard key={category} category={category} listed />
      ))}
    </div>
  </section>
);
