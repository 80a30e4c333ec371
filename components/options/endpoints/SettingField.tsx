import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { i18n } from '#i18n';
import type { TargetSettings } from '../../../lib/store/db.ts';
import type { FormField } from '../../../lib/sync/fields.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Field, type FieldWiring } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from '../Options.module.css';
import { fieldHint, fieldLabel } from './targetWords.ts';

interface SettingFieldProps {
  field: FormField;
  form: UseFormReturn<TargetSettings>;
  /** A secret that is there already and stays if nothing is entered. */
  kept: boolean;
  missing(field: FormField, value: unknown): boolean;
  /** Managed: shown, not changed. */
  locked?: boolean;
}

/** One setting, entered as its schema says. */
export function SettingField({ field, form, kept, missing, locked }: SettingFieldProps) {
  const { name, entry, optional } = field;
  if (entry === 'choice' || entry === 'switch') return <ChoiceField field={field} form={form} />;
  const validate = (value: string | boolean) => kept || !missing(field, value) || missingText(field);
  const registered = form.register(name, { validate });
  return (
    <Field
      label={fieldLabel(name)}
      hint={locked ? i18n.t('managed.fixed') : kept ? i18n.t('target.kept') : fieldHint(name)}
      error={form.formState.errors[name]?.message}
      {...(optional ? { optional } : {})}
    >
      {(wiring) =>
        entry === 'secret' ? (
          <SecretInput name={name} wiring={wiring} registered={registered} />
        ) : (
          <TextInput
            {...wiring}
            type={entry === 'address' ? 'url' : 'text'}
            spellCheck={false}
            autoComplete="off"
            readOnly={locked}
            {...registered}
          />
        )
      }
    </Field>
  );
}

const missingText = ({ name, entry }: FormField): string =>
  entry === 'address'
    ? i18n.t('options.addressMissing')
    : name === 'token'
      ? i18n.t('endpoint.token_missing')
      : i18n.t('target.missing');

interface SecretInputProps {
  name: string;
  wiring: FieldWiring;
  registered: ReturnType<UseFormReturn<TargetSettings>['register']>;
}

function SecretInput({ name, wiring, registered }: SecretInputProps) {
  const [shown, setShown] = useState(false);
  const show = name === 'token' ? i18n.t('options.showToken') : i18n.t('target.show');
  const hide = name === 'token' ? i18n.t('options.hideToken') : i18n.t('target.hide');
  return (
    <div className={styles.secret}>
      <TextInput {...wiring} type={shown ? 'text' : 'password'} spellCheck={false} autoComplete="off" {...registered} />
      <IconButton
        label={shown ? hide : show}
        icon={shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      />
    </div>
  );
}

function ChoiceField({ field, form }: Pick<SettingFieldProps, 'field' | 'form'>) {
  const { name, entry, options = [] } = field;
  const choices =
    entry === 'switch'
      ? [
          { value: 'false', label: i18n.t('target.words.facts') },
          { value: 'true', label: i18n.t('target.words.all') },
        ]
      : options.map((value) => ({
          value,
          label: value === 'batch' ? i18n.t('target.mode.batch') : i18n.t('target.mode.single'),
        }));
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field: { value, onChange } }) => (
        <ChoiceGroup
          legend={fieldLabel(name)}
          hint={fieldHint(name)}
          choices={choices}
          chosen={[String(value)]}
          onChange={([chosen]) => onChange(entry === 'switch' ? chosen === 'true' : chosen)}
        />
      )}
    />
  );
}
