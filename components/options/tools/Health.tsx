import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { fallsBack, type SiteHealth } from '../../../lib/domain/reading/health.ts';
import { type DegradedSite, degradedSites, target } from '../../../lib/store/ask/queries.ts';
import { useSend } from '../../sending/useSend.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import page from '../Options.module.css';
import styles from './Health.module.css';
import { useHealth } from './useHealth.ts';

/** How well each profile reads each site, in this browser and, where there is an endpoint, in the team's. */
export function Health() {
  const rows = useHealth();
  // Without an endpoint there is no team to speak of.
  const team = useLiveQuery(async () => ((await target()) ? degradedSites() : []));
  if (!rows || !team) return null;
  return (
    <section className={page.card} id="health">
      <h2 className={page.title}>{i18n.t('health.title')}</h2>
      <p className={page.intro}>{i18n.t('health.intro')}</p>
      {rows.length === 0 ? <p className={styles.small}>{i18n.t('health.none')}</p> : null}
      <ul className={styles.list}>
        {rows.map((row) => (
          <SiteRow key={`${row.origin} ${row.tool}`} row={row} />
        ))}
      </ul>
      {team.length > 0 ? <Team sites={team} /> : null}
    </section>
  );
}

function SiteRow({ row }: { row: SiteHealth }) {
  const { origin, tool, toolName, version, outputs, prompts, answered, missed, degraded, worse } = row;
  const { carryOut } = useSend();
  const forget = () =>
    carryOut('health.forget', { origin, tool }, i18n.t('health.forgotten', { tool: toolName, site: origin }));
  return (
    <li className={styles.site} data-health={`${origin} ${tool}`}>
      <p className={styles.name}>
        {toolName} <span className={styles.origin}>{origin}</span>{' '}
        {degraded ? (
          <Badge tone="notice">{i18n.t('health.state.degraded')}</Badge>
        ) : (
          <Badge tone="good">{i18n.t('health.state.profile')}</Badge>
        )}{' '}
        {fallsBack(degraded) ? <Badge>{i18n.t('health.state.evidence')}</Badge> : null}
      </p>
      {degraded ? <p>{i18n.t(`panel.page.degradedBy.${degraded}`, { tool: toolName })}</p> : null}
      <p className={styles.small}>
        {i18n.t('health.outputs', outputs)}
        {prompts > 0 ? ` · ${i18n.t('health.prompts', [answered, prompts])}` : ''}
        {missed > 0 ? ` · ${i18n.t('health.missed', missed)}` : ''}
        {' · '}
        {i18n.t('health.version')} <code className={styles.version}>{version}</code>
      </p>
      {worse ? (
        <p className={styles.small}>
          {i18n.t('health.worse')}: <RelativeTime at={worse.at} />
        </p>
      ) : null}
      {fallsBack(degraded) ? (
        <div>
          <Button
            size="small"
            aria-label={i18n.t('health.forgetOf', { tool: toolName, site: origin })}
            onClick={() => void forget()}
          >
            {i18n.t('health.forget')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

const Team = ({ sites }: { sites: readonly DegradedSite[] }) => (
  <>
    <h3 className={styles.heading}>{i18n.t('health.teamTitle')}</h3>
    <p className={styles.small}>{i18n.t('health.teamIntro')}</p>
    <ul className={styles.list}>
      {sites.map(({ origin, tool, toolName, version, reason, browsers, lastAt }) => (
        <li key={`${origin} ${tool} ${version}`} className={styles.site} data-team-health={`${origin} ${tool}`}>
          <p className={styles.name}>
            {toolName} <span className={styles.origin}>{origin}</span>
          </p>
          <p>{i18n.t(`panel.page.degradedBy.${reason}`, { tool: toolName })}</p>
          <p className={styles.small}>
            {i18n.t('health.browsers', browsers)} · <RelativeTime at={lastAt} /> · {i18n.t('health.version')}{' '}
            <code className={styles.version}>{version}</code>
          </p>
        </li>
      ))}
    </ul>
  </>
);
