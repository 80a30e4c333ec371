import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { outputByHash } from '../../../lib/store/ask/queries.ts';
import { DossierView } from '../../dossier/DossierView.tsx';
import { OutputDossier } from '../../dossier/OutputDossier.tsx';
import { GateSection } from '../gate/GateSection.tsx';
import { Questions } from '../gate/Questions.tsx';
import styles from '../queue/Queue.module.css';

/** Everything that is known of one output of the page, for whoever looks at the page. */
export function PageDossier({ hash, onBack }: { hash: string; onBack(): void }) {
  const output = useLiveQuery(() => outputByHash(hash), [hash]);
  return (
    <DossierView back={i18n.t('trace.back')} onBack={onBack}>
      <div className={styles.body} data-dossier={hash}>
        {output ? <GateSection output={output} asks /> : null}
        {output ? <Questions output={output} /> : null}
        {output ? <OutputDossier key={hash} output={output} /> : null}
      </div>
    </DossierView>
  );
}
