import { useState } from 'react';
import { i18n } from '#i18n';
import { documentAsHtml } from '../../../lib/domain/policy/document/html.ts';
import { DOCUMENT_PARTS, documentOf } from '../../../lib/domain/policy/document/index.ts';
import type { Origins } from '../../../lib/domain/policy/overlay/origins.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { PolicyLanguage } from '../../../lib/domain/policy/templates/template.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { SaveFile } from '../../ui/SaveFile.tsx';
import styles from '../policy.module.css';
import { Paper } from './Paper.tsx';

const PART_KEYS = {
  policy: 'policyForm.partPolicy',
  controls: 'policyForm.partControls',
  editorial: 'policyForm.partEditorial',
  workers: 'policyForm.partWorkers',
} as const;

/** The rules as a document: chosen parts, in either language, to print or to save as a page. */
export function DocumentView({ policy, origins }: { policy: GovernancePolicy; origins: Origins | undefined }) {
  const [parts, setParts] = useState([...DOCUMENT_PARTS]);
  const [language, setLanguage] = useState<PolicyLanguage>(() => (i18n.t('common.language') === 'it' ? 'it' : 'en'));
  const made = documentOf(policy, { language, parts, origins, today: new Date().toISOString().slice(0, 10) });
  return (
    <div className={styles.form}>
      <div className={styles.unprinted}>
        <p className={styles.muted}>{i18n.t('policyForm.documentIntro')}</p>
        <ChoiceGroup
          legend={i18n.t('policyForm.documentParts')}
          choices={DOCUMENT_PARTS.map((part) => ({ value: part, label: i18n.t(PART_KEYS[part]) }))}
          chosen={parts}
          most={DOCUMENT_PARTS.length}
          onChange={setParts}
        />
        <ChoiceGroup
          legend={i18n.t('policyForm.language')}
          choices={[
            { value: 'en', label: i18n.t('policyForm.english') },
            { value: 'it', label: i18n.t('policyForm.italian') },
          ]}
          chosen={[language]}
          onChange={([next]) => (next ? setLanguage(next) : undefined)}
        />
        <div className={styles.buttons}>
          <Button size="small" look="primary" onClick={() => print()}>
            {i18n.t('policyForm.print')}
          </Button>
          <SaveFile name={`rules-${language}.html`} type="text/html" content={() => documentAsHtml(made)}>
            {i18n.t('policyForm.save')}
          </SaveFile>
        </div>
      </div>
      <Paper made={made} />
    </div>
  );
}
