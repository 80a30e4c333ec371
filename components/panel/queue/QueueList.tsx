import { useLiveQuery } from 'dexie-react-hooks';
import { Inbox } from 'lucide-react';
import { useEffect } from 'react';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { formKey, keptForms } from '../../../lib/store/desk.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { QueueItem } from './QueueItem.tsx';

interface QueueListProps {
  outputs: readonly Output[];
  onOpen(hash: string): void;
  /** The item that was open before: the focus goes back to it. */
  focus: string | undefined;
  /** What is open beside it, if anything is. */
  open: string | undefined;
}

/** What waits, in order; that nothing does, where nothing does. */
export function QueueList({ outputs, onOpen, focus, open }: QueueListProps) {
  useEffect(() => {
    if (!focus) return;
    document.querySelector<HTMLElement>(`[data-output-hash="${CSS.escape(focus)}"] button`)?.focus();
  }, [focus]);
  const drafts = useLiveQuery(keptForms);
  if (outputs.length === 0) {
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
      label={i18n.t('panel.queue.list')}
      items={outputs}
      keyOf={(output) => output.hash}
      attributesOf={(output) => ({ 'data-output-hash': output.hash })}
      estimate={124}
    >
      {(output) => (
        <QueueItem
          output={output}
          hasDraft={drafts?.has(formKey('decision', output.hash)) ?? false}
          isOpen={output.hash === open}
          onOpen={() => onOpen(output.hash)}
        />
      )}
    </VirtualList>
  );
}
