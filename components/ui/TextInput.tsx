import type { ComponentProps } from 'react';
import styles from './Field.module.css';

export const TextInput = (props: Omit<ComponentProps<'input'>, 'className'>) => (
  <input type="text" {...props} className={styles.input} />
);
