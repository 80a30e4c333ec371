import { History, Keyboard } from 'lucide-react';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { MyDecisions } from '../decided/MyDecisions.tsx';
import { UndoLine } from '../decided/UndoLine.tsx';
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
  const { outputs, open, left, show, leave, last, isBackward, setBackward } = desk;
  if (!outputs) {
    return (
      <div className={styles.loading}>
        <Spinner /> {i18n.t('panel.queue.loading')}
      </div>
    );
  }
  const line = last ? <UndoLine decided={last} busy={desk.busy} onUndo={() => void desk.undo()} /> : null;
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
          onDecided={desk.decided}
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
    <span className={styles.tools}>
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
