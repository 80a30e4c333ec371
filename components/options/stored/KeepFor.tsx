import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { MOST_DAYS_KEPT } from '../../../lib/domain/limits.ts';
import { keptForDaysSetting } from '../../../lib/settings/effective.ts';
import { useSend } from '../../sending/useSend.ts';
import { useSetting } from '../../sending/useSetting.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { Fixed } from '../Fixed.tsx';
import styles from '../Options.module.css';

const KEPT = [keptForDaysSetting];
const readKept = async () => {
  const [days, fixed] = await Promise.all([keptForDaysSetting.value(), keptForDaysSetting.isFixed()]);
  return { days: days === null ? '' : String(days), fixed };
};

/** For how long outputs are kept in this browser. */
export function KeepFor() {
  const { carryOut, busy } = useSend();
  const [held] = useSetting(readKept, KEPT);
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const fixed = held?.fixed ?? false;
  const days = (fixed ? undefined : typed) ?? held?.days ?? '';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = days.trim() === '' ? null : Number(days);
    const bad = wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_DAYS_KEPT);
    setWrong(bad);
    if (!bad) await carryOut('records.keepFor', { days: wanted }, i18n.t('stored.keepSaved'));
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
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {fixed ? (
        <Fixed />
      ) : (
        <div>
          <Button type="submit" busy={busy}>
            {i18n.t('common.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
