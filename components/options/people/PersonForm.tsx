import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { ROLES, type Role } from '../../../lib/domain/codes.ts';
import { LONGEST_PERSON } from '../../../lib/domain/limits.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from '../Options.module.css';

interface PersonFormProps {
  onAdd(who: MessageBody<'person.add'>): Promise<void>;
  onCancel(): void;
}

/** A year: long enough to be out of the way, short enough that a forgotten one ends. */
const DAYS = '365';

/** Somebody new: who, what they may do, and for how long. */
export function PersonForm({ onAdd, onCancel }: PersonFormProps) {
  const [who, setWho] = useState({ subject: '', name: '', role: 'reporter' as Role, days: DAYS });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const days = Number(who.days);
  const badDays = who.days !== '' && !(Number.isInteger(days) && days >= 1 && days <= 3_650);
  const missing = who.subject.trim() === '';
  const set = (field: keyof typeof who) => (event: { target: { value: string } }) =>
    setWho((before) => ({ ...before, [field]: event.target.value }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing || badDays) return;
    setBusy(true);
    const { subject, name, role } = who;
    await onAdd({ subject, name, role, ...(who.days === '' ? {} : { expiresInDays: days }) });
    setBusy(false);
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={i18n.t('people.subject')}
        hint={i18n.t('people.subjectHint')}
        error={tried && missing ? i18n.t('people.subjectMissing') : undefined}
      >
        {(wiring) => (
          <TextInput
            {...wiring}
            maxLength={LONGEST_PERSON}
            autoComplete="off"
            value={who.subject}
            onChange={set('subject')}
          />
        )}
      </Field>
      <Field label={i18n.t('people.name')} optional>
        {(wiring) => (
          <TextInput
            {...wiring}
            maxLength={LONGEST_PERSON}
            autoComplete="off"
            value={who.name}
            onChange={set('name')}
          />
        )}
      </Field>
      <Field label={i18n.t('people.mayDo')}>
        {(wiring) => (
          <Select {...wiring} value={who.role} onChange={set('role')}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {i18n.t(`role.${role}`)}: {i18n.t(`roleMeaning.${role}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={i18n.t('people.days')}
        hint={i18n.t('people.daysHint')}
        error={tried && badDays ? i18n.t('people.daysWrong') : undefined}
      >
        {(wiring) => <TextInput {...wiring} inputMode="numeric" value={who.days} onChange={set('days')} />}
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" busy={busy}>
          {i18n.t('people.addNow')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
