import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import styles from './DraftLine.module.css';

interface DraftLineProps {
  isKept: boolean;
  /** Something stands in the form that was not sent. */
  isChanged: boolean;
  onDiscard(): void;
}

/** Throws away what is typed when somebody says so, and says that it is kept. */
export const DraftLine = ({ isKept, isChanged, onDiscard }: DraftLineProps) => (
  <div className={styles.line}>
    {isChanged ? (
      <Button size="small" look="quiet" onClick={onDiscard}>
        {i18n.t('compose.discard')}
      </Button>
    ) : null}
    <p className={styles.said} role="status" data-draft={isKept ? '' : undefined}>
      {isKept ? i18n.t('panel.draftKept') : ''}
    </p>
  </div>
);
