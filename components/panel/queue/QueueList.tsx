import { useLiveQuery } from 'dexie-react-hooks';
import { Inbox } from 'lucide-react';
import { useEffect } from 'react';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { formKey, keptForms } from '../../../lib/store/desk.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useRows } from '../line/useRows.ts';
import styles from './Queue.module.css';
import { QueueItem } from './QueueItem.tsx';

interface QueueListProps {
  /** What of the line is in the list. */
  hashes: readonly string[];
  /** Rows that came with it; and those that are shown until they are read. */
  first: readonly Output[] | undefined;
  early: readonly Output[] | undefined;
  /** How many come before it, and how many there are in all. */
  part: { before: number; all: number };
  onOpen(hash: string): void;
  /** The item that was open before: the focus goes back to it. */
  focus: string | undefined;
  /** What is open beside it, if anything is. */
  open: string | undefined;
}

const itself = (hash: string): string => hash;

/** What waits, in order; that nothing does, where nothing does. */
export function QueueList({ hashes, first, early, part, onOpen, focus, open }: QueueListProps) {
  const { rows, see } = useRows(hashes, first, early);
  const isThere = focus !== undefined && rows.has(focus);
  useEffect(() => {
    if (!focus || !isThere) return;
    document.querySelector<HTMLElement>(`[data-output-hash="${CSS.escape(focus)}"] button`)?.focus();
  }, [focus, isThere]);
  const drafts = useLiveQuery(keptForms);
  if (part.all === 0) {
    return (
      <EmptyState
        icon={<Inbox size={24} />}
        title={i18n.t('panel.queue.noneTitle')}
        text={i18n.t('panel.queue.noneText')}
      />
    );
  }
  return (
    <VirtualList
      key={part.before}
      label={i18n.t('panel.queue.list')}
      items={hashes}
      part={part}
      keyOf={itself}
      attributesOf={(hash) => ({ 'data-output-hash': hash })}
      estimate={124}
      onSeen={see}
    >
      {(hash) => {
        const output = rows.get(hash);
        if (!output) return <div className={styles.coming} aria-busy="true" />;
        return (
          <QueueItem
            output={output}
            hasDraft={drafts?.has(formKey('decision', hash)) ?? false}
            isOpen={hash === open}
            onOpen={() => onOpen(hash)}
          />
        );
      }}
    </VirtualList>
  );
}
