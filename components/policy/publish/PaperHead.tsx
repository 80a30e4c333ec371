import { type ReactNode, useState } from 'react';
import { i18n } from '#i18n';
import type { PolicyDocument } from '../../../lib/domain/policy/document/blocks.ts';
import { documentAsHtml } from '../../../lib/domain/policy/document/html.ts';
import type { PolicyLanguage } from '../../../lib/domain/policy/templates/template.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { SaveFile } from '../../ui/SaveFile.tsx';
import styles from '../policy.module.css';

/** The language of a document: at first the one that the screen is in. */
export const useLanguage = () => useState<PolicyLanguage>(() => (i18n.t('common.language') === 'it' ? 'it' : 'en'));

interface PaperHeadProps {
  made: PolicyDocument;
  /** What the saved file is called, without its language and ending. */
  name: string;
  onLanguage(next: PolicyLanguage): void;
  /** More ways to save it. */
  children?: ReactNode;
}

/** Above a document: its language, and the ways to print and to save it. */
export const PaperHead = ({ made, name, onLanguage, children }: PaperHeadProps) => (
  <>
    <ChoiceGroup
      legend={i18n.t('policyForm.language')}
      choices={[
        { value: 'en', label: i18n.t('policyForm.english') },
        { value: 'it', label: i18n.t('policyForm.italian') },
      ]}
      chosen={[made.language]}
      onChange={([next]) => (next ? onLanguage(next) : undefined)}
    />
    <div className={styles.buttons}>
      <Button size="small" look="primary" onClick={() => print()}>
        {i18n.t('policyForm.print')}
      </Button>
      <SaveFile name={`${name}-${made.language}.html`} type="text/html" content={() => documentAsHtml(made)}>
        {i18n.t('policyForm.save')}
      </SaveFile>
      {children}
    </div>
  </>
);
