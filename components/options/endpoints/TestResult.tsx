import { i18n } from '#i18n';
import type { EndpointTest } from '../../../lib/sync/problem.ts';
import { Notice } from '../../ui/Notice.tsx';
import { endpointText } from '../../words/endpoint.ts';
import styles from '../Options.module.css';

/** What a test found, in plain words. */
export function TestResult({ result, kind }: { result: EndpointTest; kind: string }) {
  if (!result.ok) {
    return (
      <Notice tone="danger">
        <p>{endpointText(result.problem)}</p>
        {result.detail ? (
          <p className={styles.small}>
            {i18n.t(kind === 'signIn' ? 'options.signIn.said' : 'target.said', { detail: result.detail })}
          </p>
        ) : null}
      </Notice>
    );
  }
  const { me, latencyMs } = result;
  return (
    <Notice tone="good">
      <p>
        {me
          ? i18n.t('options.works', { team: me.team, name: me.name ?? me.subject, role: i18n.t(`role.${me.role}`) })
          : i18n.t('options.accepted')}
      </p>
      {kind === 'slack' || kind === 'teams' ? <p>{i18n.t('target.lookThere')}</p> : null}
      <p className={styles.small}>{i18n.t('options.latency', [latencyMs])}</p>
    </Notice>
  );
}
