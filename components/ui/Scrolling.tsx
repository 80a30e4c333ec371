import type { HTMLAttributes } from 'react';
import styles from './Scrolling.module.css';

interface ScrollingProps extends HTMLAttributes<HTMLElement> {
  /** What it is, for who does not see it. */
  label: string;
  /** What kind of text it is, where it is one. */
  as?: 'section' | 'pre' | 'blockquote';
}

/** What scrolls by itself: a place of its own for the keyboard (WCAG 2.1.1) and, by its name, for a screen reader. */
export const Scrolling = ({ label, as: Place = 'section', className = '', ...rest }: ScrollingProps) => (
  <Place {...rest} className={`${styles.scrolling} ${className}`} role="region" aria-label={label} tabIndex={0} />
);
