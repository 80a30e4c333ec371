import { History, Keyboard, ListChecks, ListFilter, MousePointerClick } from 'lucide-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { i18n } from '#i18n';
import type { QueueOrder } from '../../../lib/domain/decision/sifted.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useWide } from '../../ui/useWide.ts';
import { BulkDialog } from '../bulk/BulkDialog.tsx';
import { MyDecisions } from '../decided/MyDecisions.tsx';
import { UndoLine } from '../decided/UndoLine.tsx';
import { SieveBar } from '../filter/SieveBar.tsx';
import type { Sieving } from '../filter/sieving.ts';
import { KeyedCommands, useCheatSheet } from '../keys/KeyedCommands.tsx';
import { keyName } from '../keys/KeyName.tsx';
import styles from './Queue.module.css';
import { QueueDetail } from './QueueDetail.tsx';
import { QueueList } from './QueueList.tsx';
import { useDesk } from './useDesk.ts';

/** Outputs that wait for a decision, the one that is being decided on, and what was decided here before; all of it by keys. */
export const Queue = () => (
  <KeyedCommands>
    <Desk />
  </KeyedCommands>
);

function Desk() {
  const desk = useDesk();
  const [many, setMany] = useState<readonly Output[]>();
  const { all, sieving, outputs, open, left, show, leave, last, isBackward, setBackward } = desk;
  if (!outputs || !all) {
    return (
      <div className={styles.loading}>
        <Spinner /> {i18n.t('panel.queue.loading')}
      </div>
    );
  }
  const at = outputs.findIndex((output) => output.hash === open);
  const item =
    open === undefined ? undefined : (
      <QueueDetail
        key={open}
        hash={open}
        back={i18n.t(isBackward ? 'panel.decided.back' : 'panel.queue.back')}
        position={at < 0 || isBackward ? undefined : i18n.t('panel.queue.position', [at + 1, outputs.length])}
        onBack={leave}
        onDecided={desk.decided}
      />
    );
  const list = isBackward ? (
    <MyDecisions onOpen={show} onBack={() => setBackward(false)} focus={left} />
  ) : (
    <>
      <Head
        shown={outputs.length}
        all={all.length}
        order={sieving.order}
        onBackward={() => setBackward(true)}
        onBulk={() => setMany(outputs)}
      />
      <Waiting all={all} outputs={outputs} sieving={sieving} onOpen={show} focus={left} open={open} />
    </>
  );
  return (
    <>
      <Places list={list} item={item} />
      {many ? <BulkDialog outputs={many} onClose={() => setMany(undefined)} /> : null}
      {last ? <UndoLine decided={last} busy={desk.busy} onUndo={() => void desk.undo()} /> : null}
    </>
  );
}

interface WaitingProps extends ComponentProps<typeof QueueList> {
  all: readonly Output[];
  sieving: Omit<Sieving, 'all'>;
}

/** What is looked for, and what of all that waits is that. */
const Waiting = ({ all, sieving, ...list }: WaitingProps) => (
  <>
    {all.length > 0 ? <SieveBar all={all} {...sieving} /> : null}
    {list.outputs.length === 0 && all.length > 0 ? (
      <NoneFits others={all.length} onClear={() => sieving.setSieve({})} />
    ) : (
      <QueueList {...list} />
    )}
  </>
);

/** The list beside what is open of it, where there is room; else one in the place of the other. */
function Places({ list, item }: { list: ReactNode; item: ReactNode }) {
  const isWide = useWide();
  if (!isWide) return item ?? list;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{list}</div>
      <div className={styles.column}>
        {item ?? (
          <EmptyState
            icon={<MousePointerClick size={24} />}
            title={i18n.t('panel.queue.pickTitle')}
            text={i18n.t('panel.queue.pickText')}
          />
        )}
      </div>
    </div>
  );
}

interface HeadProps {
  onBulk(): void;
  shown: number;
  /** How many wait in all. */
  all: number;
  order: QueueOrder;
  onBackward(): void;
}

/** How many wait, in which order, and the way to what was decided. */
const Head = ({ shown, all, order, onBackward, onBulk }: HeadProps) => (
  <div className={styles.head}>
    <p className={styles.waiting} role="status">
      {all > 0 && shown === all ? i18n.t('panel.queue.waiting', all) : ''}
      {shown < all ? i18n.t('panel.sieve.shown', [shown, all]) : ''}
      {shown > 1
        ? `, ${order === 'gravest' ? i18n.t('panel.queue.order') : i18n.t(`panel.sieve.orders.${order}`)}`
        : ''}
    </p>
    <span className={styles.tools}>
      {shown > 1 ? (
        <IconButton
          label={i18n.t('panel.bulk.open', shown)}
          icon={<ListChecks size={16} aria-hidden />}
          onClick={onBulk}
        />
      ) : null}
      <Button
        size="small"
        look="quiet"
        title={keyName('mine')}
        aria-keyshortcuts={keyName('mine')}
        onClick={onBackward}
      >
        <History size={15} aria-hidden /> {i18n.t('panel.decided.title')}
      </Button>
      <KeysButton />
    </span>
  </div>
);

function KeysButton() {
  const show = useCheatSheet();
  return (
    <IconButton label={`${i18n.t('panel.keys.title')} (?)`} icon={<Keyboard size={16} aria-hidden />} onClick={show} />
  );
}

/** Nothing is that, and how much waits all the same: the queue is not empty. */
const NoneFits = ({ others, onClear }: { others: number; onClear(): void }) => (
  <EmptyState
    icon={<ListFilter size={24} />}
    title={i18n.t('panel.sieve.noneTitle')}
    text={i18n.t('panel.sieve.noneText', others)}
  >
    <Button onClick={onClear}>{i18n.t('panel.sieve.clear')}</Button>
  </EmptyState>
);
