import { useId } from 'react';
import { i18n } from '#i18n';
import type { Change } from '../../lib/domain/figures/changes.ts';
import type { Dimension } from '../../lib/domain/figures/counted.ts';
import type { Rebase } from '../../lib/domain/figures/rebases.ts';
import type { Shown } from '../../lib/domain/figures/sheet.ts';
import type { Process } from '../../lib/domain/policy/process.ts';
import { LateDisclosure } from '../ui/LateDisclosure.tsx';
import { Bars } from './Bars.tsx';
import { FigureValue } from './FigureValue.tsx';
import styles from './figures.module.css';
import { RebasedChart } from './limits/RebasedChart.tsx';
import { NumberTable } from './NumberTable.tsx';
import { SplitCells } from './SplitCells.tsx';
import { StillOpen } from './StillOpen.tsx';
import { monthText } from './words.ts';

interface FigureCardProps {
  shown: Shown;
  split: Dimension | undefined;
  processes: ReadonlyMap<string, Process>;
  /** What changed in the months that are drawn. */
  changes: readonly Change[];
  /** From when on limits are computed anew, of any metric. */
  rebases: readonly Rebase[];
}

/** One metric: the figure, what it counts, how it went, and the numbers behind it. */
export function FigureCard({
  shown: { id, name, definition, view },
  split,
  processes,
  changes,
  rebases,
}: FigureCardProps) {
  const title = useId();
  const { figure, before, months, cells, leftOut } = view;
  const counted = months.filter((one) => one.figure !== undefined);
  return (
    <section className={styles.card} aria-labelledby={title} data-metric={id}>
      <h2 id={title}>{name}</h2>
      {figure.n === 0 ? (
        <p className={styles.muted}>{i18n.t(leftOut ? 'figures.fewPeople' : 'figures.nothing')}</p>
      ) : (
        <FigureValue figure={figure} before={before} />
      )}
      {leftOut && figure.n > 0 ? <p className={styles.small}>{i18n.t('figures.leftOut')}</p> : null}
      {figure.kind === 'counts' ? <Bars name={name} parts={figure.parts} /> : null}
      {figure.kind === 'time' ? <StillOpen name={name} figure={figure} /> : null}
      {figure.kind === 'share' && counted.length > 1 ? (
        <RebasedChart {...{ id, name, months, changes, rebases }} />
      ) : null}
      {split && cells.length > 0 ? <SplitCells {...{ name, cells, split, processes }} /> : null}
      <p className={styles.small}>{definition}</p>
      {counted.length > 0 ? (
        <div className={styles.table}>
          <LateDisclosure label={i18n.t('figures.table')}>
            {() => (
              <NumberTable
                label={i18n.t('figures.byMonth', { name })}
                first={i18n.t('figures.monthColumn')}
                rows={counted.flatMap(({ month, figure: of }) => (of ? [{ name: monthText(month), figure: of }] : []))}
              />
            )}
          </LateDisclosure>
        </div>
      ) : null}
    </section>
  );
}
