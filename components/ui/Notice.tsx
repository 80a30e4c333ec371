import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Notice.module.css';

type NoticeTone = 'neutral' | 'good' | 'warning' | 'danger';

const ICONS: Record<NoticeTone, LucideIcon> = {
  neutral: CircleAlert,
  good: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};

interface NoticeProps {
  tone?: NoticeTone;
  icon?: ReactNode;
  /** Spoken when it appears. */
  live?: boolean;
  children: ReactNode;
}

/** A sentence or two that must not be missed. */
export function Notice({ tone = 'neutral', icon, live, children }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={classes(styles.notice, styles[tone])} role={live ? 'status' : undefined}>
      {icon ?? <Icon size={16} aria-hidden />}
      <div className={styles.body}>{children}</div>
    </div>
  );
}
