import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

/** A larger number would take the place of the labels. */
export const MOST_COUNTED = 99;

interface Tab<T extends string> {
  value: T;
  label: string;
  /** A number beside the label; nothing is shown for none and for zero. */
  count?: number | undefined;
}

interface TabsProps<T extends string> {
  /** What the tabs are of, for screen readers. */
  label: string;
  tabs: readonly Tab<T>[];
  value: T;
  onChange(value: T): void;
  className?: string | undefined;
  /** Lays out the list of tabs among its neighbours. */
  frame?(list: ReactNode): ReactNode;
  children: ReactNode;
}

export function Tabs<T extends string>({ label, tabs, value, onChange, className, frame, children }: TabsProps<T>) {
  const list = (
    <Radix.List className={styles.list} aria-label={label}>
      {tabs.map((tab) => (
        <Radix.Trigger key={tab.value} value={tab.value} className={styles.tab}>
          {tab.label}
          {tab.count ? (
            <span className={styles.count}>{tab.count > MOST_COUNTED ? `${MOST_COUNTED}+` : tab.count}</span>
          ) : null}
        </Radix.Trigger>
      ))}
    </Radix.List>
  );
  return (
    <Radix.Root
      value={value}
      className={className}
      onValueChange={(chosen) => {
        const tab = tabs.find((candidate) => candidate.value === chosen);
        if (tab) onChange(tab.value);
      }}
    >
      {frame ? frame(list) : list}
      {children}
    </Radix.Root>
  );
}

/** What a tab shows. Not there while another tab is open. */
export const TabContent = ({
  value,
  className,
  children,
}: {
  value: string;
  className?: string | undefined;
  children: ReactNode;
}) => (
  <Radix.Content value={value} className={className} tabIndex={-1}>
    {children}
  </Radix.Content>
);
