import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { personOf } from '../../../lib/domain/people/own.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { mayRehearse, type Rehearsal, rehearsalAt } from '../../../lib/domain/rollout/rehearsal.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { refusedRehearsals, rehearsals } from '../../../lib/store/ask/review/periodic.ts';
import { whyText } from '../../dossier/report/whyText.ts';
import { LapseLines } from '../../panel/gate/ClockLines.tsx';
import { partiesText } from '../../panel/gate/words.ts';
import { useTeamNow } from '../../panel/useTeamNow.ts';
import { usePersonName } from '../../people/personName.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { numberText } from '../../ui/numbers.ts';
import { fullDate } from '../../ui/RelativeTime.tsx';
import styles from '../policy.module.css';

interface RehearsalLineProps {
  /** The rules in force: what is rehearsed is what they name, and not a draft. */
  inForce: GovernancePolicy | undefined;
  processId: string;
}

/** The last rehearsal of a pilot's escalation, and the way to start one, for those who may. */
export function RehearsalLine({ inForce, processId }: RehearsalLineProps) {
  const now = useTeamNow();
  const known = useLiveQuery(async () => ({
    ...{ member: await target(), all: await rehearsals(), refused: await refusedRehearsals() },
  }));
  const process = inForce?.processes?.find(({ id }) => id === processId);
  if (!known || !now || !inForce || !process?.escalation?.length || process.rollout?.phase !== 'pilot') return null;
  const { member, all, refused } = known;
  const last = all.findLast((one) => one.processId === processId);
  const standing = last && rehearsalAt(last, process, now, inForce.calendar);
  const why = refused.get(processId);
  const may = member !== undefined && mayRehearse(personOf(member), process, inForce) && standing?.state !== 'waits';
  return (
    <div className={styles.form} data-rehearsal={standing?.state ?? 'none'}>
      {last && standing && standing.state !== 'void' ? (
        <div>
          <p>
            <Stands rehearsal={last} standing={standing} policy={inForce} />
          </p>
          <LapseLines lapses={standing.lapses} policy={inForce} />
        </div>
      ) : null}
      {why === undefined ? null : (
        <Notice tone="warning">{`${i18n.t('rollout.rehearsal.refused')} ${whyText(why)}`}</Notice>
      )}
      {may ? <Start process={process} policy={inForce} /> : null}
    </div>
  );
}

interface StandsProps {
  rehearsal: Rehearsal;
  standing: ReturnType<typeof rehearsalAt>;
  policy: GovernancePolicy;
}

/** What became of it, in a sentence. */
function Stands({ rehearsal: { started, answered }, standing, policy }: StandsProps) {
  const nameOf = usePersonName();
  const { state, dueAt = '' } = standing;
  const who = answered?.author ? nameOf(answered.author) : i18n.t('panel.gate.colleague');
  const people = partiesText(standing.for, policy);
  const on = fullDate(started.at);
  if (state === 'waits') return i18n.t('rollout.rehearsal.waits', { on, people, when: fullDate(dueAt) });
  if (state === 'unanswered') return i18n.t('rollout.rehearsal.unanswered', { on, people, when: fullDate(dueAt) });
  const when = fullDate(answered?.at ?? started.at);
  return i18n.t(state === 'inTime' ? 'rollout.rehearsal.inTime' : 'rollout.rehearsal.late', { who, when });
}

interface StartProps {
  process: NonNullable<GovernancePolicy['processes']>[number];
  policy: GovernancePolicy;
}

/** To whom it would go, for how long, and the button. */
function Start({ process, policy }: StartProps) {
  const { carryOut, busy } = useSend();
  const [first] = process.escalation ?? [];
  const start = () => void carryOut('policy.rehearse', { processId: process.id }, i18n.t('rollout.rehearsal.started'));
  return (
    <>
      {first ? (
        <p className={styles.muted}>
          {i18n.t('rollout.rehearsal.goes', {
            people: partiesText(first.to, policy),
            hours: numberText(first.escalateAfterHours),
          })}
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button size="small" busy={busy} onClick={start}>
          {i18n.t('rollout.rehearsal.start')}
        </Button>
      </div>
    </>
  );
}
