/** A metric over a range of months: the whole, the range before, split by a dimension, and month by month. */
import type { Calendar } from '../policy/calendar.ts';
import type { Process } from '../policy/process.ts';
import { type CountedOutput, DIMENSIONS, type Dimension, peopleOf, stratumOf } from './counted.ts';
import { type Figure, type FigureKind, figureOf, type Values } from './figure.ts';
import { FEWEST_PEOPLE, grouped, MERGED, type PeopleGroup, type PlacedThing } from './groups.ts';
import { MONTHS_KEPT, monthOf, monthsUpTo, RANGES, type Range } from './months.ts';

/** Something that a metric counts, and when it happened. */
interface Observation<V> {
  at: string;
  value: V;
}

/** What a metric may know besides the output. */
export interface Setting {
  now: string;
  /** The processes of the rules in force, by id. */
  processes: ReadonlyMap<string, Process>;
  calendar?: Calendar | undefined;
}

/** What of an output a metric counts. Pure: what it needs to know is in the output and the setting. */
export interface Measure<K extends FigureKind> {
  kind: K;
  observe(output: CountedOutput, setting: Setting): Observation<Values[K]>[];
}

/** `own`: one person's, without a team, in which nobody else is. */
export type Scope = 'own' | 'team';

interface Asked {
  range: Range;
  split?: Dimension | undefined;
  scope: Scope;
}

export interface View {
  figure: Figure;
  before: Figure;
  /** The parts by the dimension, the largest first, what was merged last. */
  cells: { value: string; figure: Figure }[];
  /** The last twelve months, the oldest first; `figure` is missing where too few people took part. */
  months: { month: string; figure?: Figure }[];
  /** Things of the range that are in no figure, since too few people took part in their month. */
  leftOut: number;
}

/** All that a metric observes in the months that are kept, each with who had a part in it. */
function placed<K extends FigureKind>(
  measure: Measure<K>,
  outputs: readonly CountedOutput[],
  setting: Setting,
): PlacedThing<Values[K]>[] {
  const kept = new Set(monthsUpTo(setting.now, MONTHS_KEPT));
  return outputs.flatMap((output) => {
    const seen = measure.observe(output, setting).filter(({ at }) => kept.has(monthOf(at)));
    if (seen.length === 0) return [];
    const [stratum, people] = [stratumOf(output), peopleOf(output)];
    return seen.map(({ at, value }) => ({ month: monthOf(at), stratum, people, value }));
  });
}

/** The view of a metric. */
export function viewOf<K extends FigureKind>(
  measure: Measure<K>,
  outputs: readonly CountedOutput[],
  setting: Setting,
  { range, split, scope }: Asked,
): View {
  const things = placed(measure, outputs, setting);
  const { groups } = grouped(things, scope === 'own' ? 1 : FEWEST_PEOPLE);
  const count = RANGES[range];
  const of = (some: readonly PeopleGroup<Values[K]>[]) =>
    figureOf(
      measure.kind,
      some.flatMap(({ things: each }) => each.map(({ value }) => value)),
    );
  const within = (months: readonly string[]) => groups.filter(({ month }) => months.includes(month));
  const months = monthsUpTo(setting.now, count);
  const inRange = within(months);
  const figure = of(inRange);
  return {
    figure,
    before: of(within(monthsUpTo(setting.now, count, count))),
    cells: split ? cellsOf(inRange, split, of) : [],
    months: monthsUpTo(setting.now, RANGES.year).map((month) => {
      const inMonth = within([month]);
      return { month, ...(inMonth.length > 0 ? { figure: of(inMonth) } : {}) };
    }),
    leftOut: things.filter(({ month }) => months.includes(month)).length - figure.n,
  };
}

function cellsOf<V>(
  groups: readonly PeopleGroup<V>[],
  split: Dimension,
  of: (some: readonly PeopleGroup<V>[]) => Figure,
): View['cells'] {
  const parts = Map.groupBy(groups, ({ values }) => values[split]);
  return [...parts]
    .map(([value, some]) => ({ value, figure: of(some) }))
    .sort((a, b) => Number(a.value === MERGED) - Number(b.value === MERGED) || b.figure.n - a.figure.n);
}

/** By which dimensions a split would show anything: those with more than one value. */
export const dimensionsIn = (outputs: readonly CountedOutput[]): Dimension[] => {
  const strata = outputs.map(stratumOf);
  return DIMENSIONS.filter((dimension) => new Set(strata.map((stratum) => stratum[dimension])).size > 1);
};
