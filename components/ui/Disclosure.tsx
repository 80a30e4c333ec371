import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

interface DisclosureProps {
  label: string;
  note?: ReactNode;
  /** Whether it is open, for those who open it themselves; a person can close it all the same. */
  open?: boolean;
  /** Told when it is opened and closed, by those who make its content only then. */
  onToggle?(open: boolean): void;
  children: ReactNode;
}

/** Something that can be opened to read more. */
export const Disclosure = ({ label, note, open, onToggle, children }: DisclosureProps) => (
  <details className={styles.disclosure} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
    <summary className={styles.summary}>
      <ChevronRight size={15} aria-hidden />
      <span className={styles.label}>{label}</span>
      {note ? <span className={styles.note}>{note}</span> : null}
    </summary>
    <div className={styles.body}>{children}</div>
  </details>
);
