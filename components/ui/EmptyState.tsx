import type { ReactNode } from 'react';
import styles from './State.module.css';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** Why there is nothing, and what would put something here. */
  text: string;
  children?: ReactNode;
}

export const EmptyState = ({ icon, title, text, children }: EmptyStateProps) => (
  <div className={styles.state}>
    <span className={styles.icon} aria-hidden>
      {icon}
    </span>
    <h2 className={styles.title}>{title}</h2>
    <p className={styles.text}>{text}</p>
    {children}
  </div>
);
