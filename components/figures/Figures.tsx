import { useLiveQuery } from 'dexie-react-hooks';
import { ChartNoAxesColumn } from 'lucide-react';
import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { Dimension } from '../../lib/domain/figures/counted.ts';
import { monthsUpTo, RANGES, type Range } from '../../lib/domain/figures/months.ts';
import type { Rebase } from '../../lib/domain/figures/rebases.ts';
import type { Shown } from '../../lib/domain/figures/sheet.ts';
import type { Scope } from '../../lib/domain/figures/view.ts';
import { rebasesNow } from '../../lib/store/ask/rebased.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { fullDate } from '../ui/RelativeTime.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { FigureCard } from './FigureCard.tsx';
import styles from './figures.module.css';
import { LimitCards } from './limits/LimitCards.tsx';
import { NextSteps } from './NextSteps.tsx';
import { Toolbar } from './Toolbar.tsx';
import { FIRST_RANGE, useCounted } from './useCounted.ts';
import { spanText } from './words.ts';

const NONE: readonly Rebase[] = [];

/** All figures of a range. */
export function Figures({ scope }: { scope: Scope }) {
  const [range, setRange] = useState<Range>(FIRST_RANGE);
  const [chosen, setSplit] = useState<Dimension>();
  const { counted, limits, failed, again } = useCounted(scope, range, chosen);
  const rebases = useLiveQuery(rebasesNow) ?? NONE;
  const dimensions = counted?.dimensions ?? [];
  const split = chosen && dimensions.includes(chosen) ? chosen : undefined;
  const shown = useMemo(
    () =>
      (counted?.views ?? []).map(({ id, view }) => ({
        id,
        name: i18n.t(`figures.name.${id}`),
        definition: i18n.t(`figures.counts.${id}`),
        view,
      })),
    [counted],
  );
  if (failed) {
    return (
      <ErrorState title={i18n.t('figures.failedTitle')} text={i18n.t('figures.failedText')}>
        <Button onClick={again}>{i18n.t('common.retry')}</Button>
      </ErrorState>
    );
  }
  if (!counted) {
    return (
      <p className={styles.loading}>
        <Spinner /> {i18n.t('figures.loading')}
      </p>
    );
  }
  if (counted.outputs === 0) {
    return (
      <EmptyState
        icon={<ChartNoAxesColumn size={24} />}
        title={i18n.t('figures.noneTitle')}
        text={i18n.t('figures.noneText')}
      />
    );
  }
  return (
    <>
      <Toolbar {...{ range, setRange, split, setSplit, dimensions, shown, scope, again }} setting={counted.setting} />
      <p>
        <strong>{spanText(monthsUpTo(counted.setting.now, RANGES[range]))}</strong>{' '}
        <span className={styles.muted}>{i18n.t('figures.counted', { at: fullDate(counted.setting.now) })}</span>
      </p>
      <p className={styles.note}>{i18n.t('figures.notStaff')}</p>
      <p className={styles.muted}>
        {scope === 'own' ? i18n.t('figures.ownScope') : i18n.t('figures.teamScope')} {i18n.t('figures.running')}
      </p>
      <NextSteps {...{ patterns: counted.patterns, late: counted.late, shown }} processes={counted.setting.processes} />
      <LimitCards limits={limits} processes={counted.setting.processes} />
      <div className={styles.cards}>
        {inReadingOrder(shown).map((one) => (
          <FigureCard
            key={one.id}
            {...{ shown: one, split, changes: counted.changes, rebases }}
            processes={counted.setting.processes}
          />
        ))}
      </div>
    </>
  );
}

/** What says something first; what has nothing to count stands at the end, with what it would count. */
const inReadingOrder = (shown: readonly Shown[]): Shown[] => [
  ...shown.filter(({ view }) => view.figure.n > 0),
  ...shown.filter(({ view }) => view.figure.n === 0),
];
