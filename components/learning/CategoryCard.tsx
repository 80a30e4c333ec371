import { i18n } from '#i18n';
import type { Category } from '../../lib/domain/codes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import styles from './learning.module.css';

interface CategoryCardProps {
  category: Category;
  /** Among all others, under a heading that says what they are. */
  listed?: boolean;
}

/** What a category is about: why AI does that, an example, and what to do now. Closed until somebody wants to know. */
export const CategoryCard = ({ category, listed = false }: CategoryCardProps) => (
  <Disclosure label={listed ? i18n.t(`category.${category}`) : i18n.t('learn.about', [i18n.t(`category.${category}`)])}>
    <CategoryWords category={category} />
  </Disclosure>
);

/** The same, open. */
export const CategoryWords = ({ category }: { category: Category }) => (
  <dl className={styles.words} data-explains={category}>
    <dt>{i18n.t('learn.example')}</dt>
    <dd>{i18n.t(`categoryExample.${category}`)}</dd>
    <dt>{i18n.t('learn.why')}</dt>
    <dd>{i18n.t(`categoryWhy.${category}`)}</dd>
    <dt>{i18n.t('learn.advice')}</dt>
    <dd>{i18n.t(`categoryAdvice.${category}`)}</dd>
  </dl>
);
