import { useState } from 'react';
import { i18n } from '#i18n';
import { MOST_DAYS_DEFERRED } from '../../../lib/domain/limits.ts';
import { formKey } from '../../../lib/store/desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { dateText } from '../../ui/RelativeTime.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DraftLine } from '../DraftLine.tsx';
import { WordsField } from '../gate/WordsForm.tsx';
import { useFormDraft, useKeeping } from '../useFormDraft.ts';
import { dayAhead, dayText, startOf } from './days.ts';
import styles from './handling.module.css';
import type { useHandled } from './useHandled.ts';

interface Typed {
  day: string;
  reason: string;
}

interface DeferFormProps {
  hash: string;
  handling: ReturnType<typeof useHandled>;
  onClose(): void;
}

/** Until which day an item is put off, and why: without a reason nobody else knows what it waits for. */
export function DeferForm({ hash, handling, onClose }: DeferFormProps) {
  const key = formKey('deferral', hash);
  const before = useFormDraft<Typed>(key);
  const [typed, setTyped] = useState<Typed>();
  const { day, reason } = typed ?? before ?? { day: dayText(dayAhead(1)), reason: '' };
  const draft = useKeeping(key, { day, reason } satisfies Typed, reason === '');
  const [pressed, setPressed] = useState(false);
  const until = startOf(day);
  const isDay = until !== undefined && until > new Date() && until <= dayAhead(MOST_DAYS_DEFERRED);
  const defer = async () => {
    setPressed(true);
    if (!isDay || !reason.trim()) return;
    const at = until.toISOString();
    const words = i18n.t('panel.handling.deferred', { day: dateText(at) });
    if (await handling.defer({ until: at, reason: reason.trim() }, words)) {
      draft.settle();
      onClose();
    }
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void defer();
      }}
    >
      <WordsField
        label={i18n.t('panel.handling.reason')}
        hint={i18n.t('panel.handling.reasonHint')}
        error={pressed && !reason.trim() ? i18n.t('panel.handling.reasonMissing') : undefined}
        words={reason}
        onWords={(words) => setTyped({ day, reason: words })}
      />
      <Field
        label={i18n.t('panel.handling.until')}
        error={isDay ? undefined : i18n.t('panel.handling.notADay', [MOST_DAYS_DEFERRED])}
      >
        {(wiring) => (
          <TextInput
            {...wiring}
            type="date"
            min={dayText(dayAhead(1))}
            max={dayText(dayAhead(MOST_DAYS_DEFERRED))}
            value={day}
            onChange={({ target }) => setTyped({ day: target.value, reason })}
          />
        )}
      </Field>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
        <Button type="submit" look="primary" busy={handling.busy}>
          {i18n.t('panel.handling.deferAct')}
        </Button>
      </div>
      {reason === '' ? null : (
        <DraftLine isKept={draft.isKept} isChanged onDiscard={() => setTyped({ day, reason: '' })} />
      )}
    </form>
  );
}
