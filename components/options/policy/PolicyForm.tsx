import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { FileButton } from '../../ui/FileButton.tsx';
import { CodeField } from '../CodeField.tsx';
import styles from '../tools/Tools.module.css';

/** Loads a policy: picked as a file, or pasted. It is checked as a whole before any of it is in force. */
export function PolicyForm() {
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const { act, busy } = useSend();
  const load = (policy: string) =>
    act(async () => {
      const { problems } = await send('policy.load', { text: policy });
      // The reasons appear above, where they stay.
      if (problems.length > 0) return undefined;
      setText('');
      return i18n.t('policy.loaded');
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim()) void load(text);
  };
  const pick = async (file: File) => load(await file.text());
  return (
    <form className={styles.form} onSubmit={submit}>
      <CodeField
        label={i18n.t('policy.paste')}
        hint={i18n.t('policy.pasteHint')}
        error={missing ? i18n.t('policy.pasteMissing') : undefined}
        rows={5}
        value={text}
        onChange={setText}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="small" look="primary" busy={busy}>
          {i18n.t('policy.load')}
        </Button>
        <FileButton label={i18n.t('policy.pick')} accept=".json,application/json" busy={busy} onPick={pick} />
      </div>
    </form>
  );
}
