import { useRef } from 'react';
import { i18n } from '#i18n';
import type { Change } from '../../lib/domain/figures/changes.ts';
import { type ChartLimits, type CountedPoint, chartLimits } from '../../lib/domain/figures/charted.ts';
import { FEWEST_FOR_RATE } from '../../lib/domain/figures/figure.ts';
import { type Rebase, rebasedStretches } from '../../lib/domain/figures/rebases.ts';
import type { View } from '../../lib/domain/figures/view.ts';
import { numberText } from '../ui/numbers.ts';
import { ChangeLines, changeText } from './Changes.tsx';
import styles from './figures.module.css';
import { SavePicture } from './SavePicture.tsx';
import { figureText, monthText } from './words.ts';

const [WIDTH, HEIGHT] = [320, 140];
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 10, 10, 22];

interface Point extends CountedPoint {
  at: number;
  per: 1000 | undefined;
}

const x = (at: number, of: number) => LEFT + ((at + 0.5) * (WIDTH - LEFT - RIGHT)) / of;
/** Where a rate is drawn, of the highest that the chart has room for. */
const y = (rate: number, top: number) => TOP + (1 - rate / top) * (HEIGHT - TOP - BOTTOM);

/** The highest that a chart has room for: all, or for rates per thousand a round number above them. */
function topOf(points: readonly Point[], limits: ReadonlyMap<string, ChartLimits>): number {
  if (!points.some(({ per }) => per)) return 1;
  const highest = Math.max(
    0.001,
    ...points.map(({ count, n }) => count / n),
    ...[...limits.values()].map(({ high }) => high),
  );
  const size = 10 ** Math.floor(Math.log10(highest));
  return ([1, 2, 5, 10].find((step) => step * size >= highest) ?? 10) * size;
}

interface MonthChartProps {
  name: string;
  months: View['months'];
  /** What changed meanwhile. */
  changes: readonly Change[];
  /** From when on its limits are computed anew. */
  rebases: readonly Rebase[];
}

/** A share month by month (a p-chart): filled points are rates, hollow ones are of fewer than ten; outside the band is a square. */
export function MonthChart({ name, months, changes, rebases }: MonthChartProps) {
  const drawing = useRef<SVGSVGElement>(null);
  const points = months.flatMap(({ month, figure }, at): Point[] =>
    figure?.kind === 'share' && figure.n > 0
      ? [{ month, at, count: figure.count, n: figure.n, per: figure.per, weighted: figure.weighted === true }]
      : [],
  );
  const limits = chartLimits(points, rebases);
  const top = topOf(points, limits);
  const outside = points.filter((point) => isOutside(point, limits.get(point.month)));
  const told = months.flatMap(({ month, figure }) =>
    figure ? [i18n.t('figures.ofMonth', { month: monthText(month), figure: figureText(figure) })] : [],
  );
  return (
    <figure className={styles.chart}>
      <svg
        ref={drawing}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${i18n.t('figures.byMonth', { name })}. ${told.join('; ')}`}
      >
        <Axes months={months} top={top} per={points[0]?.per} />
        {rebasedStretches(
          points.filter(({ month }) => limits.has(month)),
          rebases,
        ).map((some) => (
          <Band key={some[0]?.month} points={some} limits={limits} of={months.length} top={top} />
        ))}
        <ChangeLines
          {...{ changes, months }}
          edge={(at) => x(at - 0.5, months.length)}
          top={TOP}
          bottom={HEIGHT - BOTTOM}
        />
        <polyline
          className={styles.line}
          points={points.map(({ at, count, n }) => `${x(at, months.length)},${y(count / n, top)}`).join(' ')}
        />
        {points.map((point) => (
          <Mark key={point.month} point={point} of={months.length} top={top} outside={outside.includes(point)} />
        ))}
      </svg>
      {limits.size > 0 ? (
        <figcaption className={styles.small}>
          {outside.length > 0
            ? i18n.t('figures.outside', { months: outside.map(({ month }) => monthText(month)).join(', ') })
            : null}{' '}
          {i18n.t('figures.trial')}
        </figcaption>
      ) : null}
      {changes.length > 0 ? (
        <p className={styles.small}>{i18n.t('figures.changes', { what: changeText(changes) })}</p>
      ) : null}
      <SavePicture drawing={drawing} name={name} changes={changes} />
    </figure>
  );
}

const isOutside = ({ count, n }: Point, limits: ChartLimits | undefined): boolean =>
  limits !== undefined && (count / n > limits.high || count / n < limits.low);

const Axes = ({ months, top, per }: { months: View['months']; top: number; per: 1000 | undefined }) => (
  <g className={styles.axis} aria-hidden>
    {[0, 0.5, 1].map((share) => (
      <g key={share}>
        <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(share, 1)} y2={y(share, 1)} />
        <text x={LEFT - 5} y={y(share, 1) + 4} textAnchor="end">
          {per ? numberText(share * top * per, 1) : `${share * 100}%`}
        </text>
      </g>
    ))}
    {months.map(({ month }, at) =>
      at % 3 === 2 ? (
        <text key={month} x={x(at, months.length)} y={HEIGHT - 6} textAnchor="middle">
          {monthText(month, 'short')}
        </text>
      ) : null,
    )}
  </g>
);

interface BandProps {
  points: readonly Point[];
  limits: ReadonlyMap<string, ChartLimits>;
  of: number;
  top: number;
}

function Band({ points, limits, of, top }: BandProps) {
  const along = (pick: (limits: ChartLimits) => number) =>
    points.flatMap(({ at, month }) => {
      const own = limits.get(month);
      return own ? `${x(at, of)},${y(pick(own), top)}` : [];
    });
  return (
    <>
      <polygon
        className={styles.band}
        points={[...along(({ high }) => high), ...along(({ low }) => low).reverse()].join(' ')}
      />
      <polyline className={styles.centre} points={along(({ centre }) => centre).join(' ')} />
    </>
  );
}

interface MarkProps {
  point: Point;
  of: number;
  top: number;
  outside: boolean;
}

function Mark({ point: { at, count, n }, of, top: highest, outside }: MarkProps) {
  const [left, top] = [x(at, of), y(count / n, highest)];
  if (outside) return <rect className={styles.outside} x={left - 5} y={top - 5} width="10" height="10" />;
  return <circle className={n < FEWEST_FOR_RATE ? styles.hollow : styles.point} cx={left} cy={top} r="4" />;
}
