import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { sites } from '../../lib/store/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { LearnedSite } from './LearnedSite.tsx';
import page from './Options.module.css';
import styles from './Sites.module.css';
import { useSiteActions } from './useSiteActions.ts';

/** The sites beside the known tools: which are watched, and what was learned of them. */
export function Sites() {
  const rows = useLiveQuery(sites);
  const { actions, last } = useSiteActions();
  if (!rows) return null;
  return (
    <section className={page.card} id="sites">
      <h2 className={page.title}>{i18n.t('sites.title')}</h2>
      <p className={page.intro}>{i18n.t('sites.intro')}</p>
      {last ? (
        <Notice>
          <p>
            {last.text}{' '}
            <Button size="small" onClick={last.undo}>
              {i18n.t('sites.undo')}
            </Button>
          </p>
        </Notice>
      ) : null}
      {rows.length === 0 ? <p className={styles.small}>{i18n.t('sites.none')}</p> : null}
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.origin} className={styles.site} data-origin={row.origin}>
            <h3 className={styles.name}>{row.origin}</h3>
            <LearnedSite row={row} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  );
}
