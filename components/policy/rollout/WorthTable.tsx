import { i18n } from '#i18n';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { worthOf } from '../../../lib/domain/rollout/worth.ts';
import { numberText, shareText } from '../../ui/numbers.ts';
import { Scrolling } from '../../ui/Scrolling.tsx';
import styles from '../policy.module.css';
import type { RolloutRead } from './rollout-worker.ts';

interface WorthTableProps {
  policy: GovernancePolicy;
  reads: readonly RolloutRead[];
}

/** Which processes are worth it, the one with the most texts first: how many there are of it, and how far apart its answers are. */
export function WorthTable({ policy, reads }: WorthTableProps) {
  const rows = (policy.processes ?? [])
    .flatMap((process) => {
      const read = reads.find(({ processId }) => processId === process.id);
      return read
        ? [{ process, read, worth: worthOf({ texts: read.recorded.texts, apart: read.apart }, process) }]
        : [];
    })
    .sort((one, other) => other.read.recorded.texts - one.read.recorded.texts);
  const title = i18n.t('rollout.worthTitle');
  return (
    <>
      <p className={styles.muted}>{title}</p>
      <Scrolling label={title}>
        <table className={styles.table} aria-label={title} data-worth>
          <thead>
            <tr>
              <th scope="col">{i18n.t('rollout.column.process')}</th>
              <th scope="col">{i18n.t('rollout.column.texts')}</th>
              <th scope="col">{i18n.t('rollout.column.perDay')}</th>
              <th scope="col">{i18n.t('rollout.column.apart')}</th>
              <th scope="col">{i18n.t('rollout.column.worth')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ process, read: { recorded, apart }, worth }) => (
              <tr key={process.id} data-worth-of={process.id} data-is={worth}>
                <th scope="row">{process.name}</th>
                <td>{numberText(recorded.texts)}</td>
                <td>{recorded.perDay ? recorded.perDay.map((count) => numberText(count)).join(' / ') : ''}</td>
                <td>{apart === undefined ? '' : shareText(apart)}</td>
                <td>{i18n.t(`rollout.worth.${worth}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </>
  );
}
