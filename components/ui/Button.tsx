import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Spinner } from './Spinner.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  look?: 'plain' | 'primary' | 'danger' | 'quiet';
  size?: 'normal' | 'small';
  /** Something is under way: a second press does nothing, and the focus stays where it is. */
  busy?: boolean;
}

export function Button({ look = 'plain', size = 'normal', busy, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classes(styles.button, look !== 'plain' && styles[look], size === 'small' && styles.small)}
    >
      {busy ? <Spinner size={14} /> : null}
      {children}
    </button>
  );
}
