import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { FEWEST_CALIBRATING, MOST_CALIBRATING } from '../../../lib/domain/limits.ts';
import { send } from '../../../lib/messages/send.ts';
import { teamNames } from '../../../lib/store/ask/queries.ts';
import { personNamer } from '../../people/personName.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from '../figures.module.css';

const ITEMS = [5, 10, 20] as const;
const DAYS = [3, 7, 14] as const;

/** Who judges, how many answers, and for how long. Which answers is not chosen: nobody is to pick the easy ones. */
export function StartForm({ onClose }: { onClose(): void }) {
  const form = useRef<HTMLFormElement>(null);
  const known = useLiveQuery(teamNames);
  const [people, setPeople] = useState<string[]>([]);
  const [items, setItems] = useState<number>(10);
  const [days, setDays] = useState<number>(7);
  const [pressed, setPressed] = useState(false);
  const { act, busy } = useSend();
  const isRead = known !== undefined;
  useEffect(() => {
    if (isRead) form.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [isRead]);
  if (!known) return null;
  const nameOf = personNamer(known);
  const deciding = known.filter(({ decides }) => decides !== false);
  const isFew = people.length < FEWEST_CALIBRATING;
  const start = () =>
    act(async () => {
      const started = await send('calibration.start', { people, items, days });
      onClose();
      return i18n.t('calibration.started', started.items);
    });
  return (
    <form
      ref={form}
      className={styles.card}
      aria-label={i18n.t('calibration.start')}
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (!isFew) void start();
      }}
    >
      {deciding.length < FEWEST_CALIBRATING ? (
        <Notice tone="warning">{i18n.t('calibration.tooFew')}</Notice>
      ) : (
        <>
          <ChoiceGroup
            legend={i18n.t('calibration.who')}
            hint={i18n.t('calibration.whoHint')}
            choices={deciding.map(({ subject }) => ({ value: subject, label: nameOf(subject) }))}
            chosen={people}
            onChange={setPeople}
            most={MOST_CALIBRATING}
          />
          {pressed && isFew ? (
            <Notice tone="warning" live>
              {i18n.t('calibration.whoMissing')}
            </Notice>
          ) : null}
          <div className={styles.toolbar}>
            <NumberChoice label={i18n.t('calibration.howMany')} of={ITEMS} value={items} onChange={setItems} />
            <NumberChoice label={i18n.t('calibration.days')} of={DAYS} value={days} onChange={setDays} />
          </div>
        </>
      )}
      <div className={styles.ways}>
        <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
        {deciding.length < FEWEST_CALIBRATING ? null : (
          <Button type="submit" look="primary" busy={busy}>
            {i18n.t('calibration.act')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface NumberChoiceProps {
  label: string;
  of: readonly number[];
  value: number;
  onChange(value: number): void;
}

const NumberChoice = ({ label, of, value, onChange }: NumberChoiceProps) => (
  <Field label={label}>
    {(wiring) => (
      <Select {...wiring} value={String(value)} onChange={({ target }) => onChange(of[target.selectedIndex] ?? value)}>
        {of.map((each) => (
          <option key={each} value={String(each)}>
            {each}
          </option>
        ))}
      </Select>
    )}
  </Field>
);
