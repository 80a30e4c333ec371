import { type MouseEvent, useState } from 'react';
import { useForm } from 'react-hook-form';
import { i18n } from '#i18n';
import type { Filter } from '../../../lib/domain/events/filter.ts';
import type { TargetRow, TargetSettings } from '../../../lib/store/db.ts';
import type { FormField } from '../../../lib/sync/fields.ts';
import { targetById } from '../../../lib/sync/targets/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from '../Options.module.css';
import { FilterChoice } from './FilterChoice.tsx';
import { PreviewOfTarget } from './PreviewOfTarget.tsx';
import { SettingField } from './SettingField.tsx';
import { SignIn } from './SignIn.tsx';
import { TestResult } from './TestResult.tsx';
import type { TargetToSave as Form } from './useTarget.ts';
import { useTarget } from './useTarget.ts';

interface TargetFormProps {
  kind: string;
  /** The target that is changed; undefined for a new one. */
  row?: TargetRow;
  onSaved?(): void;
  onCancel?(): void;
}

/** The settings of a target, made from its schema: to be tried, looked at and saved. */
export function TargetForm({ kind, row, onSaved, onCancel }: TargetFormProps) {
  const target = targetById(kind);
  const fields = target.form;
  const [filter, setFilter] = useState<Filter>(row?.filter ?? target.filter);
  const { result, preview, busy, run, show } = useTarget(onSaved);
  const form = useForm<TargetSettings>({ defaultValues: initial(fields, row) });
  const collector = kind === 'collector';
  const press = (type: 'target.test' | 'target.save' | 'target.preview') => (event: MouseEvent) => {
    event.preventDefault();
    const settings = trimmed(form.getValues());
    void form.trigger(undefined, { shouldFocus: true });
    if (fields.some((field) => isMissing(field, settings[field.name], row))) return;
    const sent: Form = { kind, settings, filter, ...(row ? { targetId: row.targetId } : {}) };
    // A web hook that stays as it is was granted when it was entered.
    const address = String(settings.address || settings.webhook || row?.settings.webhook || '');
    void (type === 'target.preview' ? show(sent) : run(type, sent, address));
  };
  const addressNow = () => {
    void form.trigger('address', { shouldFocus: true });
    return String(form.getValues('address')).trim() || undefined;
  };
  return (
    <form className={styles.form} noValidate>
      {fields.map((field) => (
        <SettingField
          key={field.name}
          field={field}
          form={form}
          kept={isKept(field, row)}
          missing={isMissing}
          locked={row?.managed !== undefined && field.entry === 'address'}
        />
      ))}
      {collector ? null : (
        <Disclosure label={i18n.t('target.filter.title')}>
          <FilterChoice filter={filter} offered={target.filter.types} onChange={setFilter} />
        </Disclosure>
      )}
      <div aria-live="polite">{result ? <TestResult result={result} kind={kind} /> : null}</div>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" busy={busy === 'target.save'} onClick={press('target.save')}>
          {i18n.t(collector ? 'options.connect' : row ? 'options.save' : 'options.add')}
        </Button>
        <Button busy={busy === 'target.test'} onClick={press('target.test')}>
          {i18n.t('options.test')}
        </Button>
        {collector ? null : (
          <Button busy={busy === 'target.preview'} onClick={press('target.preview')}>
            {i18n.t('target.preview.show')}
          </Button>
        )}
        {onCancel ? (
          <Button look="quiet" onClick={onCancel}>
            {i18n.t('common.cancel')}
          </Button>
        ) : null}
      </div>
      {preview ? <PreviewOfTarget preview={preview} /> : null}
      {collector ? <SignIn address={addressNow} {...(onSaved ? { onSignedIn: onSaved } : {})} /> : null}
    </form>
  );
}

const trimmed = (values: TargetSettings): TargetSettings =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  );

/** Secrets are never put back into a form. */
const initial = (fields: readonly FormField[], row?: TargetRow): TargetSettings =>
  Object.fromEntries(
    fields.map((field) => [field.name, field.entry === 'secret' ? '' : (row?.settings[field.name] ?? field.initial)]),
  );

const isKept = ({ entry, name }: FormField, row?: TargetRow): boolean =>
  entry === 'secret' && Boolean(row?.settings[name]) && row?.state !== 'unauthorised';

const isMissing = (field: FormField, value: unknown, row?: TargetRow): boolean =>
  !field.optional && !isKept(field, row) && typeof value === 'string' && value.trim() === '';
