import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { LONGEST_PERSON } from '../../../lib/domain/limits.ts';
import { teamNames } from '../../../lib/store/ask/queries.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from '../Options.module.css';

const NOTHING = { to: '', since: '', until: '' };

/** Somebody goes away: who decides meanwhile, from when, until when. */
export function AbsenceForm({ own }: { own: string }) {
  const people = useLiveQuery(teamNames) ?? [];
  const [typed, setTyped] = useState(NOTHING);
  const [tried, setTried] = useState(false);
  const { carryOut, busy } = useSend();
  const wrong = wrongIn(typed, own);
  const error = (field: keyof typeof NOTHING) => (tried ? wrong[field] : undefined);
  const set = (field: keyof typeof NOTHING) => (event: { target: { value: string } }) =>
    setTyped((before) => ({ ...before, [field]: event.target.value }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
    const body = { to: typed.to.trim(), since: instantOf(typed.since), until: instantOf(typed.until) };
    if (!(await carryOut('delegation.make', body, i18n.t('away.done')))) return;
    setTyped(NOTHING);
    setTried(false);
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <Field label={i18n.t('away.to')} hint={i18n.t('away.toHint')} error={error('to')}>
        {(wiring) => (
          <>
            <TextInput
              {...wiring}
              list="away-people"
              autoComplete="off"
              maxLength={LONGEST_PERSON}
              value={typed.to}
              onChange={set('to')}
            />
            <datalist id="away-people">
              {people
                .filter(({ subject }) => subject !== own)
                .map(({ subject, name }) => (
                  <option key={subject} value={subject}>
                    {name}
                  </option>
                ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={i18n.t('away.since')} error={error('since')}>
        {(wiring) => <TextInput {...wiring} type="datetime-local" value={typed.since} onChange={set('since')} />}
      </Field>
      <Field label={i18n.t('away.until')} hint={i18n.t('away.untilHint')} error={error('until')}>
        {(wiring) => <TextInput {...wiring} type="datetime-local" value={typed.until} onChange={set('until')} />}
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" busy={busy}>
          {i18n.t('away.say')}
        </Button>
      </div>
    </form>
  );
}

const instantOf = (local: string): string => new Date(local).toISOString();
const isTime = (local: string): boolean => !Number.isNaN(Date.parse(local));

/** What is wrong, by its field. */
function wrongIn({ to, since, until }: typeof NOTHING, own: string): Partial<typeof NOTHING> {
  const person = to.trim();
  return {
    ...(person === '' ? { to: i18n.t('away.toMissing') } : person === own ? { to: i18n.t('away.toOwn') } : {}),
    ...(isTime(since) ? {} : { since: i18n.t('away.timeMissing') }),
    ...untilIn(since, until),
  };
}

function untilIn(since: string, until: string): { until?: string } {
  if (!isTime(until)) return { until: i18n.t('away.timeMissing') };
  const end = Date.parse(until);
  if (isTime(since) && end <= Date.parse(since)) return { until: i18n.t('away.untilBefore') };
  return end <= Date.now() ? { until: i18n.t('away.untilPast') } : {};
}
