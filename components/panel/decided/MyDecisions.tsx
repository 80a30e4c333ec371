import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowLeft, History } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { type OwnDecision, ownDecisions } from '../../../lib/store/ask/decided.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import styles from '../queue/Queue.module.css';
import { useOwnSource } from '../useOwnSource.ts';
import decidedStyles from './Decided.module.css';
import { DecidedItem } from './DecidedItem.tsx';
import { OwnRecord } from './OwnRecord.tsx';

interface MyDecisionsProps {
  /** Opens the output that was decided on, to decide otherwise. */
  onOpen(hash: string): void;
  onBack(): void;
  /** The output that was open before: the focus goes back to it. */
  focus: string | undefined;
}

/** What this person decided here, newest first: each can be changed, and taken back. */
export function MyDecisions({ onOpen, onBack, focus }: MyDecisionsProps) {
  const source = useOwnSource();
  const decisions = useLiveQuery(() => (source ? ownDecisions(source) : undefined), [source]);
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = decisions !== undefined;
  useEffect(() => {
    if (!isThere) return;
    const item = focus && document.querySelector<HTMLElement>(`[data-output-hash="${CSS.escape(focus)}"] button`);
    (item || heading.current)?.focus();
  }, [focus, isThere]);
  return (
    <div className={decidedStyles.list}>
      <div className={styles.bar}>
        <Button look="quiet" size="small" onClick={onBack}>
          <ArrowLeft size={15} aria-hidden /> {i18n.t('panel.queue.back')}
        </Button>
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {i18n.t('panel.decided.title')}
        </h2>
      </div>
      <OwnRecord own={decisions ?? []} />
      <Decisions decisions={decisions} onOpen={onOpen} />
    </div>
  );
}

const keyOf = ({ decision }: OwnDecision): string => decision.decisionId;

function Decisions({ decisions, onOpen }: { decisions: OwnDecision[] | undefined; onOpen(hash: string): void }) {
  if (!decisions) {
    return (
      <div className={styles.loading}>
        <Spinner /> {i18n.t('common.loading')}
      </div>
    );
  }
  if (decisions.length === 0)
    return (
      <EmptyState
        icon={<History size={24} />}
        title={i18n.t('panel.decided.noneTitle')}
        text={i18n.t('panel.decided.noneText')}
      />
    );
  return (
    <VirtualList
      label={i18n.t('panel.decided.title')}
      items={decisions}
      keyOf={keyOf}
      attributesOf={({ decision, output }) => ({
        'data-output-hash': output.hash,
        'data-decision-id': decision.decisionId,
      })}
      estimate={140}
    >
      {(own) => <DecidedItem own={own} onOpen={() => onOpen(own.output.hash)} />}
    </VirtualList>
  );
}
