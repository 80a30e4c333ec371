import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from '../panel/queue/Queue.module.css';
import { Button } from '../ui/Button.tsx';

interface DossierViewProps {
  /** What leads back, in words. */
  back: string;
  onBack(): void;
  /** Beside the way back. */
  beside?: ReactNode;
  /** What stays in reach below it, however long it is. */
  foot?: ReactNode;
  children: ReactNode;
}

/** One output in the place of a list, and the way back to it. */
export const DossierView = ({ back, onBack, beside, foot, children }: DossierViewProps) => (
  <div className={styles.detail}>
    <div className={styles.bar}>
      <Button look="quiet" size="small" onClick={onBack}>
        <ArrowLeft size={15} aria-hidden /> {back}
      </Button>
      {beside}
    </div>
    <div className={styles.scroller}>{children}</div>
    {foot ? <div className={styles.foot}>{foot}</div> : null}
  </div>
);
