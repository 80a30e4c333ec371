import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { outputByHash } from '../../lib/store/queries.ts';
import { Button } from '../ui/Button.tsx';
import { OutputDossier } from './OutputDossier.tsx';
import styles from './Queue.module.css';

/** Everything that is known of one output of the page, for whoever looks at the page. */
export function PageDossier({ hash, onBack }: { hash: string; onBack(): void }) {
  const output = useLiveQuery(() => outputByHash(hash), [hash]);
  const heading = useRef<HTMLHeadingElement>(null);
  const loaded = output !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves once, when the output is there
  useEffect(() => heading.current?.focus(), [loaded]);
  return (
    <div className={styles.detail}>
      <div className={styles.bar}>
        <Button look="quiet" size="small" onClick={onBack}>
          <ArrowLeft size={15} aria-hidden /> {i18n.t('trace.back')}
        </Button>
      </div>
      <div className={styles.scroller}>
        <div className={styles.body} data-dossier={hash}>
          {output ? <OutputDossier output={output} headingRef={heading} /> : null}
        </div>
      </div>
    </div>
  );
}
