import { LoaderCircle } from 'lucide-react';
import styles from './Spinner.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Something is under way. With a label it says so to screen readers. */
export function Spinner({ size = 16, label }: { size?: number; label?: string }) {
  return (
    <>
      <LoaderCircle size={size} className={styles.spinner} aria-hidden />
      {label ? <VisuallyHidden>{label}</VisuallyHidden> : null}
    </>
  );
}
