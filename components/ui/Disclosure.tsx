import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

/** Something that can be opened to read more. */
export const Disclosure = ({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) => (
  <details className={styles.disclosure}>
    <summary className={styles.summary}>
      <ChevronRight size={15} aria-hidden />
      <span className={styles.label}>{label}</span>
      {note ? <span className={styles.note}>{note}</span> : null}
    </summary>
    <div className={styles.body}>{children}</div>
  </details>
);
