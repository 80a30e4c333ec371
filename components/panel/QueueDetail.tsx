import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { mayDecide } from '../../lib/domain/role.ts';
import { outputByHash, target } from '../../lib/store/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { OutputDossier } from './OutputDossier.tsx';
import { answerable } from './order.ts';
import styles from './Queue.module.css';

interface QueueDetailProps {
  hash: string;
  position: string | undefined;
  onBack(): void;
  /** `words`: what was decided, to be announced. */
  onDecided(words: string): void;
}

const read = async (hash: string) => ({ output: await outputByHash(hash), role: (await target())?.role });

/** One output with everything that is known of it, and the decision. */
export function QueueDetail({ hash, position, onBack, onDecided }: QueueDetailProps) {
  const found = useLiveQuery(() => read(hash), [hash]);
  const loaded = found !== undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves once, when the output is there
  useEffect(() => heading.current?.focus(), [loaded]);
  const output = found?.output;
  const settled = output && output.status !== 'reported' && output.status !== 'escalated';
  return (
    <div className={styles.detail}>
      <div className={styles.bar}>
        <Button look="quiet" size="small" onClick={onBack}>
          <ArrowLeft size={15} aria-hidden /> {i18n.t('panel.queue.back')}
        </Button>
        {position ? <span className={styles.position}>{position}</span> : null}
      </div>
      <div className={styles.scroller}>
        <div className={styles.body} data-output-hash={hash}>
          {output ? <OutputDossier output={output} headingRef={heading} /> : null}
          {found && !output ? <Notice tone="warning">{i18n.t('panel.queue.missing')}</Notice> : null}
          {settled ? (
            <Notice tone="warning" live>
              {i18n.t('panel.queue.settled')}
            </Notice>
          ) : null}
          {output && mayDecide(found.role) ? (
            <DecisionForm output={output} reports={answerable(output)} onDecided={onDecided} />
          ) : null}
          {output && !mayDecide(found.role) ? <MayNotDecide /> : null}
        </div>
      </div>
    </div>
  );
}

const MayNotDecide = () => (
  <Notice>
    <strong>{i18n.t('panel.queue.reporterTitle')}</strong>
    <span>{i18n.t('panel.queue.reporterText')}</span>
  </Notice>
);
