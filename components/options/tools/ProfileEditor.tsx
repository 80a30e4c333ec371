import { useState } from 'react';
import { i18n } from '#i18n';
import type { ToolProfile } from '../../../lib/tools/profile.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeField } from '../CodeField.tsx';
import styles from '../sites/Sites.module.css';
import { checkProfile } from './profile-check.ts';

interface ProfileEditorProps {
  profile: ToolProfile;
  onSave(profile: ToolProfile): void;
  onCancel(): void;
}

/** A profile as JSON, checked before it is saved. */
export function ProfileEditor({ profile, onSave, onCancel }: ProfileEditorProps) {
  const [text, setText] = useState(() => JSON.stringify(profile, null, 2));
  const [problems, setProblems] = useState<string[]>([]);
  const save = () => {
    const checked = checkProfile(text);
    if (checked.profile) onSave(checked.profile);
    else setProblems(checked.problems);
  };
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <CodeField
        label={i18n.t('sites.editLabel')}
        hint={i18n.t('sites.editHint')}
        error={problems.join(' ') || undefined}
        rows={14}
        value={text}
        onChange={setText}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" size="small">
          {i18n.t('common.save')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {i18n.t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
