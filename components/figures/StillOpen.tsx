import { i18n } from '#i18n';
import { FEWEST_FOR_RATE, type FigureOf } from '../../lib/domain/figures/figure.ts';
import { durationText, shareText } from '../ui/numbers.ts';
import styles from './figures.module.css';

const [WIDTH, HEIGHT] = [320, 130];
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 10, 10, 22];
/** A screen reader hears of so many points; the curve has one for each length. */
const MOST_TOLD = 6;

const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);

/** The share that waits still, by how long ago somebody asked: a step down at each length at which one was answered. */
export function StillOpen({ name, figure: { curve, n } }: { name: string; figure: FigureOf<'time'> }) {
  const last = curve.at(-1);
  if (!last || n < FEWEST_FOR_RATE) return null;
  const x = (ms: number) => LEFT + (ms / Math.max(last.at, 1)) * (WIDTH - LEFT - RIGHT);
  const steps = curve.flatMap(({ at, survival }, index) => [
    `${x(at)},${y(curve[index - 1]?.survival ?? 1)}`,
    `${x(at)},${y(survival)}`,
  ]);
  const every = Math.ceil(curve.length / MOST_TOLD);
  const told = curve
    .filter((point, index) => index % every === 0 || point === last)
    .map(({ at, survival }) => i18n.t('figures.stillOpen', { time: durationText(at), share: shareText(survival) }));
  return (
    <figure className={styles.chart}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${i18n.t('figures.byTime', { name })}. ${told.join('; ')}`}
      >
        <g className={styles.axis} aria-hidden>
          {[0, 0.5, 1].map((share) => (
            <g key={share}>
              <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} />
              <text x={LEFT - 5} y={y(share) + 4} textAnchor="end">{`${share * 100}%`}</text>
            </g>
          ))}
          <text x={LEFT} y={HEIGHT - 6}>
            0
          </text>
          <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
            {durationText(last.at)}
          </text>
        </g>
        <polyline className={styles.line} points={[`${LEFT},${y(1)}`, ...steps].join(' ')} />
      </svg>
    </figure>
  );
}
