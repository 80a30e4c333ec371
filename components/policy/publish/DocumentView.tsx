import { useState } from 'react';
import { i18n } from '#i18n';
import { DOCUMENT_PARTS, documentOf } from '../../../lib/domain/policy/document/index.ts';
import type { Origins } from '../../../lib/domain/policy/overlay/origins.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import styles from '../policy.module.css';
import { Paper } from './Paper.tsx';
import { PaperHead, useLanguage } from './PaperHead.tsx';

const PART_KEYS = {
  policy: 'policyForm.partPolicy',
  controls: 'policyForm.partControls',
  editorial: 'policyForm.partEditorial',
  workers: 'policyForm.partWorkers',
} as const;

/** The rules as a document: chosen parts, in either language, to print or to save as a page. */
export function DocumentView({ policy, origins }: { policy: GovernancePolicy; origins: Origins | undefined }) {
  const [parts, setParts] = useState([...DOCUMENT_PARTS]);
  const [language, setLanguage] = useLanguage();
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
        <PaperHead made={made} name="rules" onLanguage={setLanguage} />
      </div>
      <Paper made={made} />
    </div>
  );
}
