import { i18n } from '#i18n';
import type { Dimension } from '../../lib/domain/figures/counted.ts';
import type { View } from '../../lib/domain/figures/view.ts';
import type { Process } from '../../lib/domain/policy/process.ts';
import styles from './figures.module.css';
import { figureText, valueText } from './words.ts';

interface SplitCellsProps {
  name: string;
  cells: View['cells'];
  split: Dimension;
  processes: ReadonlyMap<string, Process>;
}

/** The figure of each part, with the limits of a share drawn as a line: where the lines overlap, nothing differs for sure. */
export function SplitCells({ name, cells, split, processes }: SplitCellsProps) {
  const whole = wholeOf(cells);
  return (
    <ul className={styles.cells} aria-label={i18n.t('figures.cells', { name })}>
      {cells.map(({ value, figure }) => (
        <li key={value}>
          <span>{valueText(split, value, processes)}</span>
          <span className={styles.number}>{figureText(figure)}</span>
          {figure.kind === 'share' && figure.interval ? (
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden className={styles.whisker}>
              <line x1="0" x2="100" y1="5" y2="5" />
              <rect
                x={(figure.interval[0] / whole) * 100}
                y="2"
                width={((figure.interval[1] - figure.interval[0]) / whole) * 100}
                height="6"
              />
              <rect className={styles.middle} x={((figure.rate ?? 0) / whole) * 99} y="0" width="1" height="10" />
            </svg>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What the width of the lines stands for: all, or of rates per thousand the highest limit. */
function wholeOf(cells: View['cells']): number {
  const shares = cells.flatMap(({ figure }) => (figure.kind === 'share' ? figure : []));
  return shares.some(({ per }) => per) ? Math.max(0.001, ...shares.map(({ interval }) => interval?.[1] ?? 0)) : 1;
}
