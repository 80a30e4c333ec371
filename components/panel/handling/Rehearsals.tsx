import { useLiveQuery } from 'dexie-react-hooks';
import { LifeBuoy } from 'lucide-react';
import { i18n } from '#i18n';
import { personOf } from '../../../lib/domain/people/own.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import {
  mayAnswer,
  type Rehearsal,
  type RehearsalStanding,
  rehearsalAt,
} from '../../../lib/domain/rollout/rehearsal.ts';
import { absences, target } from '../../../lib/store/ask/queries.ts';
import { refusedRehearsals, rehearsals } from '../../../lib/store/ask/review/periodic.ts';
import { whyText } from '../../dossier/report/whyText.ts';
import { usePersonName } from '../../people/personName.ts';
import { useSend } from '../../sending/useSend.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';
import { LapseLines } from '../gate/ClockLines.tsx';
import { useGovernance } from '../gate/useGate.ts';
import { useCommand } from '../keys/KeyedCommands.tsx';
import { KeyName } from '../keys/KeyName.tsx';
import { useOwnSource } from '../useOwnSource.ts';
import { useTeamNow } from '../useTeamNow.ts';
import styles from './handling.module.css';

/** A rehearsal whose answer this person is asked for. */
interface Asked {
  rehearsal: Rehearsal;
  standing: RehearsalStanding;
  processName: string;
  /** Why an answer to it was not taken before. */
  refused?: string;
}

/** Rehearsals of an escalation that have come to this person: above the line, and not in it, since they are no reports. */
export function Rehearsals() {
  const policy = useGovernance();
  const asked = useAsked(policy);
  const { carryOut, busy } = useSend();
  const answer = ({ rehearsal: { rehearsalId } }: Asked) =>
    void carryOut('policy.answer', { rehearsalId }, i18n.t('panel.rehearsal.answered'));
  const [first] = asked;
  useCommand('answer', first && !busy ? () => answer(first) : undefined);
  if (!policy || !first) return null;
  return (
    <section className={styles.rehearsals} aria-label={i18n.t('panel.rehearsal.title')}>
      {asked.map((one) => (
        <Notice key={one.rehearsal.rehearsalId} icon={<LifeBuoy size={16} aria-hidden />} live>
          <p data-rehearsal={one.rehearsal.processId}>
            <strong>{i18n.t('panel.rehearsal.lead')}</strong>
          </p>
          <div className={styles.acts}>
            <Button size="small" look="primary" busy={busy} onClick={() => answer(one)}>
              {i18n.t('panel.rehearsal.answer')} {one === first ? <KeyName of="answer" hidden /> : null}
            </Button>
          </div>
          <Words asked={one} policy={policy} />
        </Notice>
      ))}
    </section>
  );
}

/** Those that wait for this person now, the oldest first. */
function useAsked(policy: GovernancePolicy | undefined): Asked[] {
  const source = useOwnSource();
  const now = useTeamNow();
  const known = useLiveQuery(
    async () =>
      source === undefined
        ? undefined
        : {
            ...{ member: await target(), all: await rehearsals(), refused: await refusedRehearsals() },
            delegations: await absences(source),
          },
    [source],
  );
  if (!policy || !known?.member || !now) return [];
  const { member, all, refused, delegations } = known;
  const person = personOf(member);
  return all.flatMap((rehearsal): Asked[] => {
    const process = policy.processes?.find(({ id }) => id === rehearsal.processId);
    if (!process) return [];
    const standing = rehearsalAt(rehearsal, process, now, policy.calendar);
    const { author, source: from } = rehearsal.started;
    const starter = author ?? (from === source ? person.subject : undefined);
    const why = refused.get(process.id);
    return mayAnswer(standing, { person, roles: policy.roles ?? [], delegations, now, starter })
      ? [{ rehearsal, standing, processName: process.name, ...(why === undefined ? {} : { refused: why }) }]
      : [];
  });
}

/** Of which process it is, who started it, until when, and who did not answer before. */
function Words({ asked, policy }: { asked: Asked; policy: GovernancePolicy }) {
  const nameOf = usePersonName();
  const now = useTeamNow() ?? '';
  const { rehearsal, standing, processName, refused } = asked;
  const { author } = rehearsal.started;
  const { dueAt, remindAt, lapses } = standing;
  const who = author ? nameOf(author) : i18n.t('panel.gate.colleague');
  return (
    <>
      <p>
        {i18n.t('panel.rehearsal.of', { who, process: processName, when: dueAt ? fullDate(dueAt) : '' })}{' '}
        {remindAt !== undefined && remindAt <= now ? (
          <Badge tone="raised">{i18n.t('panel.gate.clock.reminder')}</Badge>
        ) : null}
      </p>
      <LapseLines lapses={lapses} policy={policy} />
      {refused === undefined ? null : <p>{`${i18n.t('panel.rehearsal.refused')} ${whyText(refused)}`}</p>}
    </>
  );
}
