import { History, Keyboard, ListChecks, ListFilter, MousePointerClick } from 'lucide-react';
import { type ComponentProps, type ReactNode, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { QueueOrder } from '../../../lib/domain/decision/sifted.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { numberText } from '../../ui/numbers.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { useWide } from '../../ui/useWide.ts';
import { BulkDesk } from '../bulk/BulkDesk.tsx';
import { MyDecisions } from '../decided/MyDecisions.tsx';
import { ProbeNotice } from '../decided/ProbeNotice.tsx';
import { UndoLine } from '../decided/UndoLine.tsx';
import { SieveBar } from '../filter/SieveBar.tsx';
import type { Sieving } from '../filter/sieving.ts';
import { Rehearsals } from '../handling/Rehearsals.tsx';
import { KeyedCommands, useCheatSheet } from '../keys/KeyedCommands.tsx';
import { useKeyName } from '../keys/KeyName.tsx';
import { LEAF, Leaves } from '../line/Leaves.tsx';
import styles from './Queue.module.css';
import { QueueDetail } from './QueueDetail.tsx';
import { QueueList } from './QueueList.tsx';
import { type Counted, useDesk } from './useDesk.ts';

/** Outputs that wait for a decision, the one that is being decided on, and what was decided here before; all of it by keys. */
export const Queue = () => (
  <KeyedCommands>
    <Desk />
  </KeyedCommands>
);

function Desk() {
  const desk = useDesk();
  const [many, setMany] = useState<readonly string[]>();
  const [turned, setTurned] = useState(0);
  const { all, counted, sieving, line, unsearched, open, left, show, leave, last, isBackward, setBackward } = desk;
  // What is decided makes the line shorter: its last part may be gone.
  const leaf = Math.min(turned, Math.max(0, Math.ceil((line?.length ?? 0) / LEAF) - 1));
  const hashes = useMemo(() => line?.slice(leaf * LEAF, (leaf + 1) * LEAF) ?? [], [line, leaf]);
  if (!line || desk.isReading) {
    return (
      <div className={styles.loading}>
        <Spinner /> {i18n.t('panel.queue.loading')}
      </div>
    );
  }
  const at = open === undefined ? -1 : line.indexOf(open);
  const item =
    open === undefined ? undefined : (
      <QueueDetail
        key={open}
        hash={open}
        back={i18n.t(isBackward ? 'panel.decided.back' : 'panel.queue.back')}
        position={at < 0 || isBackward ? undefined : i18n.t('panel.queue.position', [at + 1, line.length])}
        onBack={leave}
        onDecided={desk.decided}
        onHandled={desk.handled}
        onOpen={show}
      />
    );
  const list = isBackward ? (
    <MyDecisions onOpen={show} onBack={() => setBackward(false)} focus={left} />
  ) : (
    <>
      <Rehearsals />
      <Head
        counted={counted}
        inList={hashes.length}
        order={sieving.order}
        onBackward={() => setBackward(true)}
        onBulk={() => setMany(hashes)}
      />
      <Waiting
        {...{ all, unsearched, hashes, sieving, open }}
        isPart={desk.isPart}
        aside={desk.aside}
        first={desk.first}
        early={desk.early}
        part={{ before: leaf * LEAF, all: line.length }}
        onOpen={show}
        focus={left}
      />
      <Leaves leaf={leaf} all={line.length} onTurn={setTurned} />
    </>
  );
  return (
    <>
      <Places list={list} item={item} />
      {many ? <BulkDesk hashes={many} onClose={() => setMany(undefined)} /> : null}
      {desk.probe ? <ProbeNotice probe={desk.probe} onClose={desk.forgetProbe} /> : null}
      {last ? <UndoLine done={last} busy={desk.busy} onUndo={() => void desk.undo()} /> : null}
    </>
  );
}

interface WaitingProps extends ComponentProps<typeof QueueList> {
  all: number;
  /** How many answers have not been looked through yet. */
  unsearched: number;
  /** What is older is looked through still. */
  isPart: boolean;
  sieving: Sieving;
  /** How many stand aside, and are not in line. */
  aside: { deferred: number; duplicate: number } | undefined;
}

/** What is looked for, and what of all that waits is that. */
const Waiting = ({ all, unsearched, isPart, sieving, aside, ...list }: WaitingProps) => (
  <>
    {all + standing(aside) > 0 ? <SieveBar {...sieving} /> : null}
    {unsearched > 0 || isPart ? (
      <p className={styles.unsearched} role="status">
        <Spinner />{' '}
        {isPart ? i18n.t('panel.sieve.older') : i18n.t('panel.sieve.unsearched', unsearched, [numberText(unsearched)])}
      </p>
    ) : null}
    {list.part.all === 0 && (all > 0 || sieving.sieve.aside) ? (
      <NoneFits others={all} onClear={() => sieving.setSieve({})} />
    ) : (
      <QueueList {...list} />
    )}
    {list.part.all === 0 && all === 0 && aside?.deferred && !sieving.sieve.aside ? (
      <Resting count={aside.deferred} onShow={() => sieving.setSieve({ aside: 'deferred' })} />
    ) : null}
  </>
);

const standing = (aside: WaitingProps['aside']): number => (aside?.deferred ?? 0) + (aside?.duplicate ?? 0);

/** Nothing is in line, and something comes back all the same. */
const Resting = ({ count, onShow }: { count: number; onShow(): void }) => (
  <p className={styles.unsearched}>
    {i18n.t('panel.handling.resting', count)}
    <Button size="small" onClick={onShow}>
      {i18n.t('panel.handling.seeResting')}
    </Button>
  </p>
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
  /** Not there until they are counted. */
  counted: Counted | undefined;
  /** How many of them are in the list. */
  inList: number;
  order: QueueOrder;
  onBackward(): void;
}

/** How many wait, in which order, and the way to what was decided. */
function Head({ counted, inList, order, onBackward, onBulk }: HeadProps) {
  const keyName = useKeyName();
  return (
    <div className={styles.head}>
      <p className={styles.waiting} role="status">
        {counted ? howMany(counted, order) : ''}
      </p>
      <span className={styles.tools}>
        {inList > 1 ? (
          <IconButton
            label={i18n.t('panel.bulk.open', inList, [numberText(inList)])}
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
}

function howMany({ all, shown }: Counted, order: QueueOrder): string {
  const waiting = all > 0 && shown === all ? i18n.t('panel.queue.waiting', all, [numberText(all)]) : '';
  const some = shown < all ? i18n.t('panel.sieve.shown', [numberText(shown), numberText(all)]) : '';
  const how = order === 'gravest' ? i18n.t('panel.queue.order') : i18n.t(`panel.sieve.orders.${order}`);
  return `${waiting}${some}${shown > 1 ? `, ${how}` : ''}`;
}

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
    text={i18n.t('panel.sieve.noneText', others, [numberText(others)])}
  >
    <Button onClick={onClear}>{i18n.t('panel.sieve.clear')}</Button>
  </EmptyState>
);
