import type { ReactNode } from 'react';
import { type Tone, toneStyle } from '../../lib/look/tone.ts';
import styles from './Badge.module.css';

/** A short label with an icon: never told by its colour alone. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={styles.badge} style={toneStyle(tone)}>
      {icon}
      {children}
    </span>
  );
}
