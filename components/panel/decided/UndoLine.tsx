import { Undo2 } from 'lucide-react';
import { i18n } from '#i18n';
import { STATUS_AFTER } from '../../../lib/domain/output/status.ts';
import { StatusMark } from '../../dossier/marks/StatusMark.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Handled } from '../handling/useHandled.ts';
import { useKeyName } from '../keys/KeyName.tsx';
import styles from './Decided.module.css';
import type { Decided } from './useTakingBack.ts';

interface UndoLineProps {
  done: Decided | Handled;
  busy: boolean;
  onUndo(): void;
}

/** What was decided or arranged last, and the way back from it. It stays until the next decision: nobody has to be fast. */
export function UndoLine({ done, busy, onUndo }: UndoLineProps) {
  const keyName = useKeyName();
  return (
    <section className={styles.undo} aria-label={i18n.t('panel.decided.last')}>
      {'verdict' in done ? (
        <>
          <span className={styles.lastly}>{i18n.t('panel.decided.last')}</span>
          <StatusMark status={STATUS_AFTER[done.verdict]} />
        </>
      ) : (
        <span className={styles.lastly}>{done.words}</span>
      )}
      <Button size="small" busy={busy} title={keyName('undo')} aria-keyshortcuts={keyName('undo')} onClick={onUndo}>
        <Undo2 size={15} aria-hidden /> {i18n.t('common.undo')}
      </Button>
    </section>
  );
}
