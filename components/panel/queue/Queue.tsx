import { useLiveQuery } from 'dexie-react-hooks';
import { Inbox } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { inQueueOrder } from '../../../lib/domain/decision/queue.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { queue } from '../../../lib/store/ask/queries.ts';
import { formKey, keptForms } from '../../../lib/store/desk.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import styles from './Queue.module.css';
import { QueueDetail } from './QueueDetail.tsx';
import { QueueItem } from './QueueItem.tsx';

/** Outputs that wait for a decision, and the one that is being decided on. */
export function Queue() {
  const waiting = useLiveQuery(queue);
  const outputs = useMemo(() => waiting && inQueueOrder(waiting), [waiting]);
  const { open, left, show, leave, advance } = useOpenOutput(outputs);
  const announce = useAnnounce();
  if (!outputs) {
    return (
      <div className={styles.loading}>
        <Spinner /> {i18n.t('panel.queue.loading')}
      </div>
    );
  }
  if (open === undefined) return <QueueList outputs={outputs} onOpen={show} focus={left} />;
  const at = outputs.findIndex((output) => output.hash === open);
  return (
    <QueueDetail
      key={open}
      hash={open}
      position={at < 0 ? undefined : i18n.t('panel.queue.position', [at + 1, outputs.length])}
      onBack={leave}
      onDecided={(words) => announce(`${words} ${i18n.t(advance() ? 'panel.queue.next' : 'panel.queue.done')}`)}
    />
  );
}

/** Which output is open, and which one comes after it in the line as it stood when the first one was opened. */
function useOpenOutput(outputs: readonly Output[] | undefined) {
  const [open, setOpen] = useState<string>();
  const [left, setLeft] = useState<string>();
  const [line, setLine] = useState<string[]>([]);
  const show = (hash: string) => {
    setLine((outputs ?? []).map((output) => output.hash));
    setOpen(hash);
  };
  const leave = () => {
    setLeft(open);
    setOpen(undefined);
  };
  /** Opens the next output; false when there is none. */
  const advance = (): boolean => {
    const others = (outputs ?? []).map((output) => output.hash).filter((hash) => hash !== open);
    const behind = open === undefined ? [] : line.slice(line.indexOf(open) + 1);
    const next = behind.find((hash) => others.includes(hash)) ?? others[0];
    setOpen(next);
    return next !== undefined;
  };
  return { open, left, show, leave, advance };
}

interface QueueListProps {
  outputs: readonly Output[];
  onOpen(hash: string): void;
  /** The item that was open before: the focus goes back to it. */
  focus: string | undefined;
}

function QueueList({ outputs, onOpen, focus }: QueueListProps) {
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
    <>
      <p className={styles.count}>
        {i18n.t('panel.queue.waiting', outputs.length)}
        {outputs.length > 1 ? `, ${i18n.t('panel.queue.order')}` : ''}
      </p>
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
            onOpen={() => onOpen(output.hash)}
          />
        )}
      </VirtualList>
    </>
  );
}
