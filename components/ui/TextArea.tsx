import type { ComponentProps } from 'react';
import styles from './Field.module.css';

export const TextArea = (props: Omit<ComponentProps<'textarea'>, 'className'>) => (
  <textarea rows={3} dir="auto" {...props} className={styles.input} />
);
