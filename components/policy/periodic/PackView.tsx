import { useState } from 'react';
import { i18n } from '#i18n';
import { documentAsHtml } from '../../../lib/domain/policy/document/html.ts';
import type { Person } from '../../../lib/domain/policy/party.ts';
import { packDocument } from '../../../lib/domain/policy/periodic/pack-document.ts';
import type { PolicyLanguage } from '../../../lib/domain/policy/templates/template.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SaveFile } from '../../ui/SaveFile.tsx';
import styles from '../policy.module.css';
import { Paper } from '../publish/Paper.tsx';
import { SignOffForm } from './SignOffForm.tsx';
import type { MadePack } from './usePack.ts';
import { useSigned } from './useSigned.ts';

/** The pack as a document, in either language, to print, to save, and to sign. */
export function PackView({ made, person }: { made: MadePack; person: Person }) {
  const [language, setLanguage] = useState<PolicyLanguage>(() => (i18n.t('common.language') === 'it' ? 'it' : 'en'));
  const own = useSigned().find(({ pack }) => pack === made.hash);
  const today = made.pack.until.slice(0, 10);
  const paper = packDocument(made.pack, { language, today, hash: made.hash, own });
  return (
    <div className={styles.form} data-pack={made.hash}>
      <div className={styles.unprinted}>
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
          <SaveFile name={`review-${today}-${language}.html`} type="text/html" content={() => documentAsHtml(paper)}>
            {i18n.t('policyForm.save')}
          </SaveFile>
          <SaveFile name={`review-${today}.json`} type="application/json" content={() => made.text}>
            {i18n.t('policyForm.saveJson')}
          </SaveFile>
        </div>
      </div>
      <Paper made={paper} />
      <div className={styles.unprinted}>
        {own ? (
          <Notice tone="good" live>
            <p>{i18n.t('periodic.signedThis')}</p>
          </Notice>
        ) : (
          <SignOffForm made={made} person={person} />
        )}
      </div>
    </div>
  );
}
