import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { LONGEST_PROBE, LONGEST_SENTENCE } from '../../../lib/domain/limits.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from '../policy.module.css';

interface ProbeFormProps {
  processes: readonly Process[];
  busy: boolean;
  onAdd(entered: MessageBody<'probe.add'>): Promise<boolean>;
}

const BLANK = { text: '', flaw: '' };

/** One more test text: of which process, its words, and what is wrong with it. */
export function ProbeForm({ processes, busy, onAdd }: ProbeFormProps) {
  const [processId, setProcessId] = useState(processes[0]?.id ?? '');
  const [typed, setTyped] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const missing = (field: keyof typeof BLANK) =>
    tried && typed[field].trim() === '' ? i18n.t('policyForm.probes.missing') : undefined;
  const set = (field: keyof typeof BLANK) => (event: { target: { value: string } }) =>
    setTyped((before) => ({ ...before, [field]: event.target.value }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const entered = { processId, text: typed.text.trim(), flaw: typed.flaw.trim() };
    if (!entered.text || !entered.flaw || !(await onAdd(entered))) return;
    setTyped(BLANK);
    setTried(false);
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <Field label={i18n.t('policyForm.probes.process')}>
        {(wiring) => (
          <Select {...wiring} value={processId} onChange={(event) => setProcessId(event.currentTarget.value)}>
            {processes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={i18n.t('policyForm.probes.text')}
        hint={i18n.t('policyForm.probes.textHint')}
        error={missing('text')}
      >
        {(wiring) => <TextArea {...wiring} maxLength={LONGEST_PROBE} value={typed.text} onChange={set('text')} />}
      </Field>
      <Field
        label={i18n.t('policyForm.probes.flaw')}
        hint={i18n.t('policyForm.probes.flawHint')}
        error={missing('flaw')}
      >
        {(wiring) => <TextArea {...wiring} maxLength={LONGEST_SENTENCE} value={typed.flaw} onChange={set('flaw')} />}
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" busy={busy}>
          {i18n.t('policyForm.probes.add')}
        </Button>
      </div>
    </form>
  );
}
