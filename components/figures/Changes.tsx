import { i18n } from '#i18n';
import type { Change } from '../../lib/domain/figures/changes.ts';
import styles from './figures.module.css';
import { monthText } from './words.ts';

/** What changed in a month, in words. */
export const changeText = (changes: readonly Change[]): string =>
  [...Map.groupBy(changes, ({ month }) => month)]
    .map(([month, some]) => {
      const what = some.map(({ what: kind, name }) => i18n.t(`figures.changed.${kind}`, { name })).join(', ');
      return i18n.t('figures.ofMonth', { month: monthText(month), figure: what });
    })
    .join('; ');

interface ChangeLinesProps {
  changes: readonly Change[];
  months: readonly { month: string }[];
  /** Where the place of a month begins. */
  edge(at: number): number;
  top: number;
  bottom: number;
}

/** A line where a month begins in which something changed. */
export const ChangeLines = ({ changes, months, edge, top, bottom }: ChangeLinesProps) => (
  <g className={styles.changed} aria-hidden>
    {months.map(({ month }, at) =>
      changes.some((change) => change.month === month) ? (
        <line key={month} x1={edge(at)} x2={edge(at)} y1={top} y2={bottom} />
      ) : null,
    )}
  </g>
);
