import { useState } from 'react';
import { i18n } from '#i18n';
import { POLICY_TEMPLATES, policyFrom } from '../../../lib/domain/policy/templates/index.ts';
import { inBoth, type PolicyLanguage } from '../../../lib/domain/policy/templates/template.ts';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Field } from '../../ui/Field.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from '../policy.module.css';

interface BeginningProps {
  inForce: Json | undefined;
  onBegin(draft: Json): void;
}

/** Where a policy begins: from what the team uses AI for, from the rules in force, or from a file. */
export function Beginning({ inForce, onBegin }: BeginningProps) {
  return (
    <section className={styles.card}>
      <h2>{i18n.t('policyForm.begin')}</h2>
      <p className={styles.muted}>{i18n.t('policyForm.beginIntro')}</p>
      <FromTemplates onBegin={onBegin} />
      <div className={styles.buttons}>
        {inForce === undefined ? null : (
          <Button onClick={() => onBegin(inForce)}>{i18n.t('policyForm.fromInForce')}</Button>
        )}
        <FromFile onBegin={onBegin} />
      </div>
    </section>
  );
}

const ownLanguage = (): PolicyLanguage => (i18n.t('common.language') === 'it' ? 'it' : 'en');

function FromTemplates({ onBegin }: Pick<BeginningProps, 'onBegin'>) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [language, setLanguage] = useState<PolicyLanguage>(ownLanguage);
  const [organisation, setOrganisation] = useState('');
  const [tried, setTried] = useState(false);
  const words = inBoth(ownLanguage());
  const start = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen.length === 0 || organisation.trim() === '') return;
    const templates = POLICY_TEMPLATES.filter(({ id }) => chosen.includes(id));
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const today = new Date().toISOString().slice(0, 10);
    // Through JSON, so that the draft is what the file would be.
    onBegin(JSON.parse(JSON.stringify(policyFrom({ templates, language, organisation, timeZone, today }))) as Json);
  };
  return (
    <form className={styles.form} onSubmit={start} noValidate>
      <fieldset className={styles.templates}>
        <legend>{i18n.t('policyForm.list.processes')}</legend>
        {POLICY_TEMPLATES.map((template) => (
          <label key={template.id} className={styles.template}>
            <input
              type="checkbox"
              checked={chosen.includes(template.id)}
              onChange={(event) =>
                setChosen((before) =>
                  event.target.checked ? [...before, template.id] : before.filter((id) => id !== template.id),
                )
              }
            />
            <span>
              <strong>{template.name(words)}</strong>
              <span className={styles.muted}>{template.about(words)}</span>
            </span>
          </label>
        ))}
        {tried && chosen.length === 0 ? (
          <p className={styles.error} role="alert">
            {i18n.t('policyForm.templatesMissing')}
          </p>
        ) : null}
      </fieldset>
      <Field
        label={i18n.t('policyForm.organisation')}
        error={tried && organisation.trim() === '' ? i18n.t('policyForm.organisationMissing') : undefined}
      >
        {(wiring) => (
          <TextInput {...wiring} value={organisation} onChange={(event) => setOrganisation(event.target.value)} />
        )}
      </Field>
      <ChoiceGroup
        legend={i18n.t('policyForm.language')}
        choices={[
          { value: 'en', label: i18n.t('policyForm.english') },
          { value: 'it', label: i18n.t('policyForm.italian') },
        ]}
        chosen={[language]}
        onChange={([next]) => (next ? setLanguage(next) : undefined)}
      />
      <div>
        <Button type="submit" look="primary">
          {i18n.t('policyForm.start')}
        </Button>
      </div>
    </form>
  );
}

function FromFile({ onBegin }: Pick<BeginningProps, 'onBegin'>) {
  const { act } = useSend();
  const pick = (file: File) =>
    act(
      async () => onBegin(JSON.parse(await file.text()) as Json),
      (error) => i18n.t('policyForm.notReadable', { reason: error instanceof Error ? error.message : String(error) }),
    );
  return (
    <FileButton
      label={i18n.t('policyForm.fromFile')}
      accept=".json,application/json"
      size="normal"
      busy={false}
      onPick={pick}
    />
  );
}
