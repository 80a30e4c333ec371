import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import type { Absence } from '../../../lib/domain/people/delegation.ts';
import { mayDecide } from '../../../lib/domain/people/role.ts';
import { absences, target } from '../../../lib/store/ask/queries.ts';
import { useOwnSource } from '../../panel/useOwnSource.ts';
import { usePersonName } from '../../people/personName.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';
import styles from '../Options.module.css';
import { AbsenceForm } from './AbsenceForm.tsx';

/** Who decides in one's place while one is away, and in whose place one decides oneself. For those who decide in a team. */
export function Absences() {
  const source = useOwnSource();
  const known = useLiveQuery(
    async () => (source ? { member: await target(), all: await absences(source) } : undefined),
    [source],
  );
  const nameOf = usePersonName();
  const { carryOut, busy } = useSend();
  const own = known?.member?.subject;
  if (!known || own === undefined || !mayDecide(known.member?.role)) return null;
  const now = Date.now();
  const open = known.all.filter(({ until, since }) => Date.parse(until) > now && until > since);
  const times = ({ since, until }: Absence) => ({ from: fullDate(since), until: fullDate(until) });
  return (
    <section className={styles.card} id="away" aria-label={i18n.t('away.title')}>
      <h2 className={styles.title}>{i18n.t('away.title')}</h2>
      <p className={styles.intro}>{i18n.t('away.intro')}</p>
      <ul className={styles.people}>
        {open
          .filter(({ from }) => from === own)
          .map((absence) => (
            <li key={absence.delegationId} data-absence>
              <span>{i18n.t('away.own', { name: nameOf(absence.to), ...times(absence) })}</span>
              <Button
                size="small"
                busy={busy}
                onClick={() =>
                  void carryOut('delegation.end', { delegationId: absence.delegationId }, i18n.t('away.ended'))
                }
              >
                {i18n.t(Date.parse(absence.since) <= now ? 'away.back' : 'away.callOff')}
              </Button>
            </li>
          ))}
        {open
          .filter(({ to }) => to === own)
          .map((absence) => (
            <li key={absence.delegationId}>
              <span>{i18n.t('away.for', { name: nameOf(absence.from), ...times(absence) })}</span>
            </li>
          ))}
      </ul>
      <AbsenceForm own={own} />
    </section>
  );
}
