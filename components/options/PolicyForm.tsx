import { type FormEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../lib/messages/send.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './Tools.module.css';
import type { CarryOut } from './useTools.ts';

/** Loads a policy: picked as a file, or pasted. It is checked as a whole before any of it is in force. */
export function PolicyForm({ carryOut }: { carryOut: CarryOut }) {
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const load = async (policy: string) => {
    setBusy(true);
    await carryOut(async () => {
      const { problems } = await send('policy.load', { text: policy });
      // The reasons appear above, where they stay.
      if (problems.length > 0) return undefined;
      setText('');
      return i18n.t('policy.loaded');
    });
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim()) void load(text);
  };
  const pick = async (file: File | undefined) => {
    if (file) await load(await file.text());
    if (picker.current) picker.current.value = ''; // the same file can be picked again once it was mended
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={i18n.t('policy.paste')}
        hint={i18n.t('policy.pasteHint')}
        error={missing ? i18n.t('policy.pasteMissing') : undefined}
      >
        {(wiring) => (
          <div className={styles.code} dir="ltr">
            <TextArea
              {...wiring}
              rows={5}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
        )}
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="small" look="primary" busy={busy}>
          {i18n.t('policy.load')}
        </Button>
        <Button size="small" busy={busy} onClick={() => picker.current?.click()}>
          {i18n.t('policy.pick')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={i18n.t('policy.pick')}
          onChange={(event) => void pick(event.target.files?.[0])}
        />
      </div>
    </form>
  );
}
