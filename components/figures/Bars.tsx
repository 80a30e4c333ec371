import { numberText } from '../ui/numbers.ts';
import styles from './figures.module.css';
import { partText } from './words.ts';

/** How often each name occurs, as bars with their numbers. */
export function Bars({ name, parts }: { name: string; parts: readonly { name: string; count: number }[] }) {
  const most = Math.max(...parts.map(({ count }) => count));
  if (parts.length === 0) return null;
  return (
    <ul className={styles.bars} aria-label={name}>
      {parts.map((part) => (
        <li key={part.name}>
          <span>{partText(part.name)}</span>
          <span className={styles.number}>{numberText(part.count)}</span>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden className={styles.bar}>
            <rect width={(100 * part.count) / most} height="8" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
