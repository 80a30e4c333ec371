import { i18n } from '#i18n';
import { shorten } from '../../../lib/domain/output/text.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from '../policy.module.css';
import { ProbeForm } from './ProbeForm.tsx';
import { usePool } from './usePool.ts';

const FIRST_WORDS = 160;

/** Texts that are known to be bad, which reviewers get among others where the rules say so; entered by who runs the team. */
export function Pool({ policy }: { policy: GovernancePolicy }) {
  const { pool, add, retire, busy } = usePool();
  const processes = policy.processes ?? [];
  const nameOf = (processId: string) => processes.find(({ id }) => id === processId)?.name ?? processId;
  if (!pool) return <Spinner />;
  if ('problem' in pool) return <Notice tone="warning">{pool.problem}</Notice>;
  return (
    <div className={styles.form} data-probes={pool.length}>
      <p className={styles.muted}>{i18n.t('policyForm.probes.intro')}</p>
      {processes.some(({ review }) => review.probeOneIn !== undefined) ? null : (
        <Notice>{i18n.t('policyForm.probes.off')}</Notice>
      )}
      {pool.length === 0 ? <p>{i18n.t('policyForm.probes.none')}</p> : null}
      <ul className={styles.costs}>
        {pool.map(({ probeId, processId, text, flaw }) => (
          <li key={probeId} className={styles.version}>
            <div>
              <strong>{nameOf(processId)}</strong>
              <p dir="auto">{shorten(text, FIRST_WORDS)}</p>
              <p className={styles.muted}>{i18n.t('panel.decided.probe.flaw', { flaw })}</p>
            </div>
            <Button
              size="small"
              busy={busy}
              aria-label={i18n.t('policyForm.probes.retireOf', { text: shorten(text, FIRST_WORDS / 4) })}
              onClick={() => void retire(probeId)}
            >
              {i18n.t('policyForm.probes.retire')}
            </Button>
          </li>
        ))}
      </ul>
      {processes.length > 0 ? <ProbeForm processes={processes} busy={busy} onAdd={add} /> : null}
    </div>
  );
}
