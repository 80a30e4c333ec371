import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import page from '../Options.module.css';
import { SiteEntry } from './SiteEntry.tsx';
import styles from './Sites.module.css';
import { useSiteActions } from './useSiteActions.ts';
import { useSites } from './useSites.ts';
import { WatchForm } from './WatchForm.tsx';

/** The sites beside the known tools: which are watched, and what was learned of them. */
export function Sites() {
  const sites = useSites();
  const { actions, last } = useSiteActions();
  if (!sites) return null;
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
      <WatchForm />
      {sites.length === 0 ? <p className={styles.small}>{i18n.t('sites.none')}</p> : null}
      <ul className={styles.list}>
        {sites.map((site) => (
          <SiteEntry key={site.pattern} site={site} actions={actions} />
        ))}
      </ul>
    </section>
  );
}
