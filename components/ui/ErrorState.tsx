import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './State.module.css';

/** Something went wrong: what, and what to do. */
export const ErrorState = ({ title, text, children }: { title: string; text: string; children?: ReactNode }) => (
  <div className={classes(styles.state, styles.error)} role="alert">
    <span className={styles.icon} aria-hidden>
      <TriangleAlert size={24} />
    </span>
    <h2 className={styles.title}>{title}</h2>
    <p className={styles.text}>{text}</p>
    {children}
  </div>
);
