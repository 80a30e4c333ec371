import { i18n } from '#i18n';
import { clockOf } from '../../../lib/domain/decision/clock.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import type { Lapse } from '../../../lib/domain/output/process-record.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { Badge } from '../../ui/Badge.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';
import styles from '../queue/Queue.module.css';
import type { GateView } from './useGate.ts';
import { partiesText } from './words.ts';

/** For whom an output waits and until when, and what ran out: nobody's silence is an answer. */
export function ClockLines({ output, gate: { policy, process, now } }: { output: Output; gate: GateView }) {
  const clock = clockOf(output, process, now, policy.calendar);
  if (!clock) return null;
  const { dueAt, lapses, isPaused, isReminding, isOver } = clock;
  const people = partiesText(clock.for, policy);
  return (
    <div className={styles.stack} data-clock={isPaused ? 'paused' : isOver ? 'over' : 'running'}>
      <LapseLines lapses={lapses} policy={policy} />
      {dueAt && isOver ? (
        <p>{i18n.t('panel.gate.clock.lapsed', { people, when: fullDate(dueAt) })}</p>
      ) : (
        <p>
          {isPaused
            ? i18n.t('panel.gate.clock.paused', { people })
            : dueAt
              ? i18n.t('panel.gate.clock.due', { people, when: fullDate(dueAt) })
              : i18n.t('panel.gate.clock.waits', { people })}{' '}
          {isReminding ? <Badge tone="raised">{i18n.t('panel.gate.clock.reminder')}</Badge> : null}
        </p>
      )}
    </div>
  );
}

/** What ran out, one after the other. */
export const LapseLines = ({ lapses, policy }: { lapses: readonly Lapse[]; policy: GovernancePolicy }) =>
  lapses.map(({ waitedFor, dueAt }) => (
    <p key={dueAt} data-lapse>
      {i18n.t('panel.gate.clock.lapsed', { people: partiesText(waitedFor, policy), when: fullDate(dueAt) })}
    </p>
  ));
