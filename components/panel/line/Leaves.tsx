import { ChevronLeft, ChevronRight } from 'lucide-react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/IconButton.tsx';
import { numberText } from '../../ui/numbers.ts';
import styles from '../queue/Queue.module.css';

/** Items that are in the list at once: more of them nobody scrolls through. */
export const LEAF = 2_000;

interface LeavesProps {
  leaf: number;
  /** How many there are in all. */
  all: number;
  onTurn(leaf: number): void;
}

/** Where in a long line the list is, and the ways to the parts before and after it. Nothing where it is all of it. */
export function Leaves({ leaf, all, onTurn }: LeavesProps) {
  if (all <= LEAF) return null;
  const [from, to] = [leaf * LEAF + 1, Math.min(all, (leaf + 1) * LEAF)];
  return (
    <nav className={styles.leaves} aria-label={i18n.t('panel.queue.leaves')}>
      <IconButton
        label={i18n.t('panel.queue.leafBefore')}
        icon={<ChevronLeft size={16} aria-hidden />}
        disabled={leaf === 0}
        onClick={() => onTurn(leaf - 1)}
      />
      {i18n.t('panel.queue.leaf', [numberText(from), numberText(to), numberText(all)])}
      <IconButton
        label={i18n.t('panel.queue.leafAfter')}
        icon={<ChevronRight size={16} aria-hidden />}
        disabled={to === all}
        onClick={() => onTurn(leaf + 1)}
      />
    </nav>
  );
}
