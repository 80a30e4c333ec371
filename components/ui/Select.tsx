import type { ComponentProps } from 'react';
import styles from './Field.module.css';

export const Select = (props: Omit<ComponentProps<'select'>, 'className'>) => (
  <select {...props} className={styles.input} />
);
