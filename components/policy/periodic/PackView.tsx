import { i18n } from '#i18n';
import type { Person } from '../../../lib/domain/policy/party.ts';
import { packDocument } from '../../../lib/domain/policy/periodic/pack-document.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SaveFile } from '../../ui/SaveFile.tsx';
import styles from '../policy.module.css';
import { Paper } from '../publish/Paper.tsx';
import { PaperHead, useLanguage } from '../publish/PaperHead.tsx';
import { SignOffForm } from './SignOffForm.tsx';
import type { MadePack } from './usePack.ts';
import { useSigned } from './useSigned.ts';

/** The pack as a document, in either language, to print, to save, and to sign. */
export function PackView({ made, person }: { made: MadePack; person: Person }) {
  const [language, setLanguage] = useLanguage();
  const own = useSigned().find(({ pack }) => pack === made.hash);
  const today = made.pack.until.slice(0, 10);
  const paper = packDocument(made.pack, { language, today, hash: made.hash, own });
  return (
    <div className={styles.form} data-pack={made.hash}>
      <div className={styles.unprinted}>
        <PaperHead made={paper} name={`review-${today}`} onLanguage={setLanguage}>
          <SaveFile name={`review-${today}.json`} type="application/json" content={() => made.text}>
            {i18n.t('policyForm.saveJson')}
          </SaveFile>
        </PaperHead>
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
