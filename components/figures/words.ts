/** Figures in words and numbers as the reader writes them. */
import { i18n } from '#i18n';
import { CATEGORIES, type Category, PRAISE, SEVERITIES, type Severity } from '../../lib/domain/codes.ts';
import { type Dimension, UNKNOWN } from '../../lib/domain/figures/counted.ts';
import type { Figure } from '../../lib/domain/figures/figure.ts';
import { MERGED } from '../../lib/domain/figures/groups.ts';
import type { Process } from '../../lib/domain/policy/process.ts';
import { dateFormat } from '../ui/formats.ts';
import { durationText, numberText, shareText } from '../ui/numbers.ts';

const PARTS = ['by_hand', 'lapsed', 'override', 'exception', 'bypass', 'as_drafted', 'edited', 'held'] as const;
const NUMBERS = [
  'n',
  'count',
  'rate',
  'low',
  'high',
  'open',
  'median_hours',
  'p90_hours',
  'low_hours',
  'high_hours',
  'raw',
  'kappa',
  'alpha',
] as const;

const isOneOf = <T extends string>(list: readonly T[], name: string): name is T => list.some((one) => one === name);

/** Below it a tenth of a percent tells something: rounded, the upper limit of none in a thousand would be none. */
const SMALL = 0.1;

/** A share in percent, or per thousand where it would have too many noughts. */
export const rateText = (rate: number, per: 1000 | undefined): string =>
  per ? i18n.t('figures.perThousand', [numberText(rate * per, 1)]) : shareText(rate, rate < SMALL ? 1 : 0);

/** `Nov 2026`, or `Nov` where there is little room. */
export const monthText = (month: string, form: 'whole' | 'short' = 'whole'): string =>
  dateFormat({
    ...{ month: 'short', timeZone: 'UTC' },
    ...(form === 'whole' ? { year: 'numeric' } : {}),
  }).format(new Date(`${month}-01T00:00:00Z`));

/** From the first month to the last. */
export function spanText(months: readonly string[]): string {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return first === last ? monthText(first) : `${monthText(first)} – ${monthText(last)}`;
}

/** What stands under a name in a figure of counts. */
export function partText(part: string): string {
  if (isOneOf<Category>([...CATEGORIES, PRAISE], part)) return i18n.t(`category.${part}`);
  if (isOneOf<Severity>(SEVERITIES, part)) return i18n.t(`severity.${part}`);
  return isOneOf(PARTS, part) ? i18n.t(`figures.part.${part}`) : part;
}

/** The name of a column of numbers. */
export function numberName(name: string): string {
  if (name.startsWith('count:')) return partText(name.slice('count:'.length));
  return isOneOf(NUMBERS, name) ? i18n.t(`figures.number.${name}`) : name;
}

/** A value of a dimension as people know it. */
export function valueText(dimension: Dimension, value: string, processes: ReadonlyMap<string, Process>): string {
  if (value === MERGED) return i18n.t('figures.merged');
  if (dimension === 'brief') return value === 'with' ? i18n.t('figures.with') : i18n.t('figures.without');
  if (dimension === 'process')
    return value === UNKNOWN ? i18n.t('figures.noProcess') : (processes.get(value)?.name ?? value);
  return value === UNKNOWN ? i18n.t('figures.unknown') : value;
}

/** A figure in a few words: for the time before, a month, a part. */
export function figureText(figure: Figure): string {
  const n = numberText(figure.n);
  if (figure.kind === 'counts') return n;
  if (figure.kind === 'agreement') return figure.raw === undefined ? n : `${shareText(figure.raw)} (${n})`;
  if (figure.kind === 'time') return figure.median === undefined ? n : `${durationText(figure.median)} (${n})`;
  const outOf = i18n.t('figures.outOf', [numberText(figure.count), n]);
  return figure.rate === undefined ? outOf : `${rateText(figure.rate, figure.per)} (${outOf})`;
}
