import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { i18n } from '#i18n';
import { target, teamNames } from '../../../lib/store/ask/queries.ts';
import { personNamer } from '../../people/personName.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './handling.module.css';
import type { useHandled } from './useHandled.ts';

interface GiveFormProps {
  handling: ReturnType<typeof useHandled>;
  /** The last assignment on screen. */
  after: string | null;
  me: readonly string[];
  onClose(): void;
}

/** To whom an item is given, of those whom the team's collector knows and who may decide. */
export function GiveForm({ handling, after, me, onClose }: GiveFormProps) {
  const known = useLiveQuery(teamNames);
  const [to, setTo] = useState('');
  const nameOf = personNamer(known ?? []);
  const others = (known ?? []).filter(({ subject, decides }) => decides !== false && !me.includes(subject));
  const team = useLiveQuery(async () => (await target()) ?? null);
  if (team === null || (known && others.length === 0))
    return (
      <>
        <p>{i18n.t(team === null ? 'panel.handling.noTeam' : 'panel.handling.nobodyElse')}</p>
        <div className={styles.buttons}>
          <Button onClick={onClose}>{i18n.t('common.close')}</Button>
        </div>
      </>
    );
  const give = async () => {
    if (await handling.assign(after, i18n.t('panel.handling.given', { who: nameOf(to) }), to)) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (to) void give();
      }}
    >
      <Field label={i18n.t('panel.handling.to')} hint={i18n.t('panel.handling.toHint')}>
        {(wiring) => (
          <Select {...wiring} value={to} onChange={({ target }) => setTo(target.value)}>
            <option value="">{i18n.t('panel.handling.choose')}</option>
            {others.map(({ subject }) => (
              <option key={subject} value={subject}>
                {nameOf(subject)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
        <Button type="submit" look="primary" busy={handling.busy} disabled={!to}>
          {i18n.t('panel.handling.giveAct')}
        </Button>
      </div>
    </form>
  );
}
