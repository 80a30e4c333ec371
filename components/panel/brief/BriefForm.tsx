import { useState } from 'react';
import { i18n } from '#i18n';
import { type Brief, filledPrompt, missingIn } from '../../../lib/domain/policy/brief.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { send } from '../../../lib/messages/send.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from './brief.module.css';
import { useBriefAnswers } from './useBriefAnswers.ts';

interface BriefFormProps {
  tabId: number;
  process: { id: string; brief: Brief };
  /** What AI is not used for: shown where one is about to use it. */
  limits: NonNullable<GovernancePolicy['limits']>;
  onDone(): void;
}

/** The questions of a brief, what becomes of the answers, and two ways on: into the page, or onto the clipboard. */
export function BriefForm({ tabId, process: { id, brief }, limits, onDone }: BriefFormProps) {
  const { act, busy } = useSend();
  const [answers, answer, forget] = useBriefAnswers(id);
  const [tried, setTried] = useState(false);
  const missing = missingIn(brief, answers);
  const text = filledPrompt(brief, answers);
  const finish = async (into: boolean) => {
    setTried(true);
    if (missing.length > 0) return;
    await act(async () => {
      const { put } = await send('brief.put', { tabId, processId: id, text, into });
      if (!put) await navigator.clipboard.writeText(text);
      forget();
      onDone();
      return i18n.t(put ? 'brief.put' : into ? 'brief.notPut' : 'brief.copied');
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void finish(true);
      }}
      noValidate
    >
      {brief.fields.map((field) => (
        <Question
          key={field.id}
          field={field}
          value={answers[field.id] ?? ''}
          error={tried && missing.includes(field.id) ? i18n.t('brief.needed') : undefined}
          onChange={(value) => answer(field.id, value)}
        />
      ))}
      <Limits limits={limits} />
      <Disclosure label={i18n.t('brief.preview')}>
        <p className={styles.preview} dir="auto">
          {text}
        </p>
      </Disclosure>
      <p className={styles.hint}>{i18n.t('brief.neverSent')}</p>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" size="small" busy={busy}>
          {i18n.t('brief.into')}
        </Button>
        <Button size="small" busy={busy} onClick={() => void finish(false)}>
          {i18n.t('brief.copy')}
        </Button>
      </div>
    </form>
  );
}

interface QuestionProps {
  field: Brief['fields'][number];
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

function Question({ field: { label, help, required, kind, choices = [] }, value, error, onChange }: QuestionProps) {
  return (
    <Field label={label} hint={help} error={error} optional={!required}>
      {(wiring) => {
        const common = { ...wiring, value };
        if (kind === 'text')
          return <TextArea {...common} rows={4} onChange={(event) => onChange(event.target.value)} />;
        if (kind !== 'choice')
          return <TextInput {...common} dir="auto" onChange={(event) => onChange(event.target.value)} />;
        return (
          <Select {...common} onChange={(event) => onChange(event.target.value)}>
            <option value="">{i18n.t('brief.choose')}</option>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </Select>
        );
      }}
    </Field>
  );
}

const Limits = ({ limits }: Pick<BriefFormProps, 'limits'>) =>
  limits.length === 0 ? null : (
    <div>
      <p className={styles.name}>{i18n.t('brief.limits')}</p>
      <ul className={styles.limits}>
        {limits.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </div>
  );
