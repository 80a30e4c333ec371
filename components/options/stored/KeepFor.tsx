import { type FormEvent, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import { keptForDaysSetting } from '../../../lib/settings/effective.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { refusalText } from '../../words/refusal.ts';
import { Fixed } from '../Fixed.tsx';
import styles from '../Options.module.css';

const MOST_DAYS = 36_500;

/** For how long outputs are kept in this browser. */
export function KeepFor() {
  const announce = useAnnounce();
  const [days, setDays] = useState('');
  const [wrong, setWrong] = useState(false);
  const [fixed, setFixed] = useState(false);
  useEffect(() => {
    const look = () =>
      void Promise.all([keptForDaysSetting.value(), keptForDaysSetting.isFixed()]).then(([kept, isFixed]) => {
        setDays(kept === null ? '' : String(kept));
        setFixed(isFixed);
      });
    look();
    return keptForDaysSetting.watch(look);
  }, []);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = days.trim() === '' ? null : Number(days);
    const bad = wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_DAYS);
    setWrong(bad);
    if (bad) return;
    try {
      await send('records.keepFor', { days: wanted });
      announce(i18n.t('stored.keepSaved'));
    } catch (error) {
      announce(refusalText(error));
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <h3 className={styles.title}>{i18n.t('stored.keepTitle')}</h3>
      <Field
        label={i18n.t('stored.keepDays')}
        hint={i18n.t('stored.keepHint')}
        error={wrong ? i18n.t('stored.keepWrong') : undefined}
      >
        {(wiring) => (
          <TextInput
            {...wiring}
            inputMode="numeric"
            value={days}
            readOnly={fixed}
            onChange={(event) => setDays(event.target.value)}
          />
        )}
      </Field>
      {fixed ? (
        <Fixed />
      ) : (
        <div>
          <Button type="submit">{i18n.t('common.save')}</Button>
        </div>
      )}
    </form>
  );
}
