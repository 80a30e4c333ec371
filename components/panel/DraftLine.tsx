import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import styles from './DraftLine.module.css';

interface DraftLineProps {
  isKept: boolean;
  /** Something stands in the form that was not sent. */
  isChanged: boolean;
  onDiscard(): void;
}

/** Says that what is typed is kept, and throws it away when somebody says so. */
export const DraftLine = ({ isKept, isChanged, onDiscard }: DraftLineProps) => (
  <div className={styles.line}>
    <p className={styles.said} role="status" data-draft={isKept ? '' : undefined}>
      {isKept ? i18n.t('panel.draftKept') : ''}
    </p>
    {isChanged ? (
      <Button size="small" look="quiet" onClick={onDiscard}>
        {i18n.t('compose.discard')}
      </Button>
    ) : null}
  </div>
);
