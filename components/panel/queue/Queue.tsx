import { useLiveQuery } from 'dexie-react-hooks';
import { History } from 'lucide-react';
import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { inQueueOrder } from '../../../lib/domain/decision/queue.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { queue } from '../../../lib/store/ask/queries.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { MyDecisions } from '../decided/MyDecisions.tsx';
import { UndoLine } from '../decided/UndoLine.tsx';
import { type Decided, useTakingBack } from '../decided/useTakingBack.ts';
import styles from './Queue.module.css';
import { QueueDetail } from './QueueDetail.tsx';
import { QueueList } from './QueueList.tsx';
import { useOpenOutput } from './useOpenOutput.ts';

/** Outputs that wait for a decision, the one that is being decided on, and what was decided here before. */
export function Queue() {
  const waiting = useLiveQuery(queue);
  const outputs = useMemo(() => waiting && inQueueOrder(waiting), [waiting]);
  const { open, left, show, leave, advance } = useOpenOutput(outputs);
  const [last, setLast] = useState<Decided>();
  const [isBackward, setBackward] = useState(false);
  const announce = useAnnounce();
  const { takeBack, busy } = useTakingBack();
  if (!outputs) {
    return (
      <div className={styles.loading}>
        <Spinner /> {i18n.t('panel.queue.loading')}
      </div>
    );
  }
  const undo = async (decided: Decided) => {
    if (!(await takeBack(decided))) return;
    setLast(undefined);
    show(decided.hash);
  };
  const decided = (made: Decided) => {
    setLast(made);
    // Whoever goes back through what they decided goes on there.
    if (isBackward) leave();
    const isNext = !isBackward && advance();
    announce(`${made.words} ${isBackward ? '' : i18n.t(isNext ? 'panel.queue.next' : 'panel.queue.done')}`.trim());
  };
  const line = last ? <UndoLine decided={last} busy={busy} onUndo={() => void undo(last)} /> : null;
  if (open !== undefined) {
    const at = outputs.findIndex((output) => output.hash === open);
    return (
      <>
        <QueueDetail
          key={open}
          hash={open}
          back={i18n.t(isBackward ? 'panel.decided.back' : 'panel.queue.back')}
          position={at < 0 || isBackward ? undefined : i18n.t('panel.queue.position', [at + 1, outputs.length])}
          onBack={leave}
          onDecided={decided}
        />
        {line}
      </>
    );
  }
  if (isBackward) {
    return (
      <>
        <MyDecisions onOpen={show} onBack={() => setBackward(false)} focus={left} />
        {line}
      </>
    );
  }
  return (
    <>
      <Head outputs={outputs} onBackward={() => setBackward(true)} />
      <QueueList outputs={outputs} onOpen={show} focus={left} />
      {line}
    </>
  );
}

/** How many wait, and the way to what was decided. */
const Head = ({ outputs, onBackward }: { outputs: readonly Output[]; onBackward(): void }) => (
  <div className={styles.head}>
    <p className={styles.waiting}>
      {outputs.length > 0 ? i18n.t('panel.queue.waiting', outputs.length) : ''}
      {outputs.length > 1 ? `, ${i18n.t('panel.queue.order')}` : ''}
    </p>
    <Button size="small" look="quiet" onClick={onBackward}>
      <History size={15} aria-hidden /> {i18n.t('panel.decided.title')}
    </Button>
  </div>
);
