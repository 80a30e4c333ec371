import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { type Redaction, redactionSchema } from '../../../lib/domain/privacy/redaction.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from '../tools/Tools.module.css';

interface NamesFormProps {
  names: readonly string[];
  fromPolicy: number;
  onSave(fields: Pick<Redaction, 'names'>): void;
}

/** The person's own list of names, a line each. */
export function NamesForm({ names, fromPolicy, onSave }: NamesFormProps) {
  const [text, setText] = useState(names.join('\n'));
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lines = [...new Set(text.split('\n').flatMap((line) => line.trim() || []))];
    const wrong = lines.find((line) => !redactionSchema.unwrap().shape.names.element.safeParse(line).success);
    const problem = wrong === undefined ? tooMany(lines) : i18n.t('privacy.namesWrong', { name: wrong.slice(0, 40) });
    setError(problem);
    if (!problem) onSave({ names: lines });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={i18n.t('privacy.names')} hint={i18n.t('privacy.namesHint')} error={error}>
        {(wiring) => (
          <TextArea
            {...wiring}
            rows={4}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {fromPolicy > 0 ? <p className={styles.small}>{i18n.t('privacy.namesPolicy', fromPolicy)}</p> : null}
      <div className={styles.buttons}>
        <Button type="submit" size="small">
          {i18n.t('privacy.save')}
        </Button>
      </div>
    </form>
  );
}

const tooMany = (names: readonly string[]): string | undefined =>
  redactionSchema.unwrap().shape.names.safeParse(names).success ? undefined : i18n.t('privacy.namesMany');

interface RegionFormProps {
  region: string;
  onSave(fields: { region: string }): void;
}

/** Whose telephone numbers are known without their country code. */
export function RegionForm({ region, onSave }: RegionFormProps) {
  const [text, setText] = useState(region);
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = text.trim().toUpperCase();
    const fits = code === '' || redactionSchema.unwrap().shape.region.safeParse(code).success;
    setError(fits ? undefined : i18n.t('privacy.regionWrong'));
    if (fits) onSave({ region: code });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={i18n.t('privacy.region')} hint={i18n.t('privacy.regionHint')} error={error}>
        {(wiring) => (
          <TextInput {...wiring} maxLength={2} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="small">
          {i18n.t('privacy.saveRegion')}
        </Button>
      </div>
    </form>
  );
}
