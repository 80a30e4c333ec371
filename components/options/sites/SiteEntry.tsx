import { i18n } from '#i18n';
import type { SiteRow } from '../../../lib/store/db.ts';
import { useWatching } from '../../sending/useWatching.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { LearnedSite } from './LearnedSite.tsx';
import styles from './Sites.module.css';
import type { SiteActions } from './useSiteActions.ts';
import type { WatchedSite } from './useSites.ts';

/** One site: whether it is watched, what was learned of each of its origins, and what can be done about it. */
export function SiteEntry({ site, actions }: { site: WatchedSite; actions: SiteActions }) {
  const { name, pattern, state, rows } = site;
  const { watch, unwatch, busy } = useWatching();
  return (
    <li className={styles.site} data-site={name}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <Badge tone={state === 'watched' ? 'good' : 'neutral'}>{i18n.t(`sites.state.${state}`)}</Badge>
      </div>
      {state === 'revoked' ? <p className={styles.small}>{i18n.t('sites.revokedMeaning')}</p> : null}
      {state === 'watched' && rows.length === 0 ? <p className={styles.small}>{i18n.t('sites.learning')}</p> : null}
      {rows.map((row) => (
        <Learned key={row.origin} row={row} named={row.origin !== name} actions={actions} />
      ))}
      {state === 'builtIn' ? null : (
        <div className={styles.buttons}>
          {state === 'watched' ? null : (
            <Button size="small" busy={busy} onClick={() => void watch(pattern)}>
              {i18n.t(state === 'revoked' ? 'sites.allowAgain' : 'sites.watch')}
            </Button>
          )}
          {state === 'learned' ? null : (
            <Button
              size="small"
              busy={busy}
              aria-label={i18n.t('sites.unwatchOf', { site: name })}
              onClick={() => void unwatch(pattern)}
            >
              {i18n.t('sites.unwatch')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

const Learned = ({ row, named, actions }: { row: SiteRow; named: boolean; actions: SiteActions }) => (
  <div data-origin={row.origin}>
    {named ? <p className={styles.origin}>{row.origin}</p> : null}
    <LearnedSite row={row} actions={actions} />
  </div>
);
