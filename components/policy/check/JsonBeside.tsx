import { useState } from 'react';
import { i18n } from '#i18n';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from '../policy.module.css';

interface JsonBesideProps {
  draft: Json;
  replace(draft: Json): void;
}

/** The same rules as JSON: what is changed on one side changes on the other. */
export function JsonBeside({ draft, replace }: JsonBesideProps) {
  const [broken, setBroken] = useState<{ text: string; reason: string }>();
  const change = (text: string) => {
    try {
      replace(JSON.parse(text) as Json);
      setBroken(undefined);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      setBroken({ text, reason: error.message });
    }
  };
  return (
    <Field
      label={i18n.t('policyForm.json')}
      hint={i18n.t('policyForm.jsonHint')}
      error={broken ? i18n.t('policyForm.jsonBroken', { reason: broken.reason }) : undefined}
    >
      {(wiring) => (
        <div className={styles.json} dir="ltr">
          <TextArea
            {...wiring}
            rows={24}
            spellCheck={false}
            value={broken?.text ?? JSON.stringify(draft, null, 2)}
            onChange={(event) => change(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
