import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Dialog.module.css';

interface DialogProps {
  open: boolean;
  onClose(): void;
  title: string;
  children: ReactNode;
}

/** Whether what has the focus waits for a key, any key: there Escape is an answer to that. */
const isAskedForKey = (): boolean => document.activeElement?.hasAttribute('data-waits-for-key') ?? false;

/** A dialog that keeps the focus until it is closed; Escape closes it. */
export const Dialog = ({ open, onClose, title, children }: DialogProps) => (
  <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
    <Radix.Portal>
      <Radix.Overlay className={styles.overlay} />
      <Radix.Content
        className={styles.dialog}
        aria-describedby={undefined}
        onEscapeKeyDown={(event) => (isAskedForKey() ? event.preventDefault() : undefined)}
      >
        <Radix.Title className={styles.title}>{title}</Radix.Title>
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
