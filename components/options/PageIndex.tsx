import { i18n } from '#i18n';
import styles from './Options.module.css';
import { type OptionsPage, PAGES } from './pages.ts';

/** Where everything is, by who uses it. */
export const PageIndex = ({ page }: { page: OptionsPage }) => (
  <nav aria-label={i18n.t('options.index.title')}>
    <ul className={styles.index}>
      {PAGES.map((name) => (
        <li key={name}>
          <a href={`#${name}`} aria-current={name === page ? 'page' : undefined}>
            {i18n.t(`options.index.${name}`)}
          </a>
        </li>
      ))}
    </ul>
    <p className={styles.small}>{i18n.t(`options.meaning.${page}`)}</p>
  </nav>
);
