import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { differenceOf, FEWEST_FOR_RATE, type Figure, type FigureOf } from '../../lib/domain/figures/figure.ts';
import { durationText, numberText, shareText } from '../ui/numbers.ts';
import styles from './figures.module.css';
import { figureText, rateText } from './words.ts';

/** The figure in large, with how many it is of, between which limits, and what it was before. */
export const FigureValue = ({ figure, before }: { figure: Figure; before: Figure }) => (
  <div className={styles.value}>
    <Now figure={figure} />
    <p className={styles.small}>
      {before.n > 0 ? i18n.t('figures.before', { figure: figureText(before) }) : i18n.t('figures.beforeNone')}
    </p>
    {figure.kind === 'share' && before.kind === 'share' && !figure.weighted ? (
      <Change now={figure} before={before} />
    ) : null}
  </div>
);

function Now({ figure }: { figure: Figure }) {
  if (figure.kind === 'share') return <Share figure={figure} />;
  if (figure.kind === 'time') return <Time figure={figure} />;
  if (figure.kind === 'counts') return <Large value={numberText(figure.n)} />;
  if (figure.raw === undefined) return <Large value={numberText(figure.n)} beside={i18n.t('figures.noRate')} />;
  return (
    <Large value={shareText(figure.raw)} beside={`${i18n.t('figures.things', figure.n)}: ${i18n.t('figures.raw')}`}>
      {i18n.t('figures.beyond', { kappa: numberText(figure.kappa ?? 0, 2), alpha: numberText(figure.alpha ?? 0, 2) })}
    </Large>
  );
}

function Share({ figure: { rate, interval, count, n, per } }: { figure: FigureOf<'share'> }) {
  const outOf = i18n.t('figures.outOf', [numberText(count), numberText(n)]);
  if (rate === undefined || !interval)
    return <Large value={outOf} beside={i18n.t(n < FEWEST_FOR_RATE ? 'figures.noRate' : 'figures.tooFewTold')} />;
  const [low, high] = interval.map((limit) => rateText(limit, per));
  return (
    <Large value={rateText(rate, per)} beside={outOf}>
      {i18n.t('figures.limits', { low: low ?? '', high: high ?? '' })}
    </Large>
  );
}

function Time({ figure: { n, open, median, interval, p90 } }: { figure: FigureOf<'time'> }) {
  const ofThem = i18n.t('figures.openOnes', open, [numberText(n), numberText(open)]);
  if (median === undefined || !interval)
    return (
      <Large value={i18n.t('figures.outOf', [numberText(open), numberText(n)])} beside={i18n.t('figures.stillWaiting')}>
        {i18n.t(n < FEWEST_FOR_RATE ? 'figures.noRate' : 'figures.tooOpen')}
      </Large>
    );
  const [low, high] = interval;
  return (
    <Large value={durationText(median)} beside={ofThem}>
      {i18n.t('figures.median')}{' '}
      {high === undefined
        ? i18n.t('figures.limitsOpen', { low: durationText(low) })
        : i18n.t('figures.limits', { low: durationText(low), high: durationText(high) })}
      {p90 === undefined ? null : <>. {i18n.t('figures.p90', { time: durationText(p90) })}</>}
    </Large>
  );
}

const Large = ({ value, beside, children }: { value: string; beside?: string; children?: ReactNode }) => (
  <>
    <p>
      <strong className={styles.large}>{value}</strong> {beside ? <span className={styles.muted}>{beside}</span> : null}
    </p>
    {children ? <p className={styles.small}>{children}</p> : null}
  </>
);

/** Whether it changed: only where the limits of the difference leave no doubt, and never by colour alone. */
function Change({ now, before }: { now: FigureOf<'share'>; before: FigureOf<'share'> }) {
  const limits = differenceOf(now, before);
  if (!limits) return null;
  const [low, high] = limits;
  const [Icon, words] =
    low > 0
      ? [ArrowUp, i18n.t('figures.rose')]
      : high < 0
        ? [ArrowDown, i18n.t('figures.fell')]
        : [Equal, i18n.t('figures.same')];
  return (
    <p className={styles.change}>
      <Icon size={14} aria-hidden /> {words}
    </p>
  );
}
